"""Where links of a report lead: to the file beside it, or to where CI keeps the sources."""

import os
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote


def files(output: Path | None, cwd: Path, environment: Mapping[str, str]) -> str:
    """The URL of a file of a run, with `{path}` and `{line}` where these go.

    Args:
        output: the report; none: stdout, which is taken to end in a file in `cwd`.
        cwd: the folder that paths of findings are relative to.
        environment: says whether this is a pipeline of GitHub or GitLab, where a report is read
            far from the files; it then leads to the commit's files on the server.
    """
    return _at_server(cwd, environment) or _beside(output, cwd)


def root(cwd: Path, environment: Mapping[str, str]) -> str:
    """The working directory as the repository has it, with `/`: a step may run in a folder of it.

    Empty at the repository's root, and outside of the pipelines of GitHub and GitLab.
    """
    inner = _inner(cwd, environment)
    return "" if inner is None or inner == Path() else inner.as_posix()


def _inner(cwd: Path, environment: Mapping[str, str]) -> Path | None:
    """The way from the repository's root; None where that is not known."""
    if environment.get("GITHUB_ACTIONS") == "true":
        root = environment.get("GITHUB_WORKSPACE")
    else:
        root = environment.get("CI_PROJECT_DIR") if environment.get("GITLAB_CI") else None
    try:
        return cwd.resolve().relative_to(Path(root).resolve()) if root else None
    except ValueError:
        return None


def _at_server(cwd: Path, environment: Mapping[str, str]) -> str | None:
    said = environment.get
    if said("GITHUB_ACTIONS") == "true":
        project = f"{said('GITHUB_SERVER_URL', '')}/{said('GITHUB_REPOSITORY', '')}"
        commit, files = said("GITHUB_SHA"), "blob"
    elif said("GITLAB_CI"):
        project, commit, files = said("CI_PROJECT_URL", ""), said("CI_COMMIT_SHA"), "-/blob"
    else:
        return None
    inner = _inner(cwd, environment)
    if inner is None or not (commit and project.startswith(("https://", "http://"))):
        return None
    folder = "" if inner == Path() else f"{_quoted(inner)}/"
    return f"{project}/{files}/{commit}/{folder}{{path}}?plain=1#L{{line}}"


def _beside(output: Path | None, cwd: Path) -> str:
    folder = cwd if output is None else (cwd / output).parent
    try:
        way = Path(os.path.relpath(cwd.resolve(), folder.resolve()))
    except ValueError:  # on another drive
        return f"{cwd.as_uri()}/{{path}}"
    return "./{path}" if way == Path() else f"./{_quoted(way)}/{{path}}"


def _quoted(path: Path) -> str:
    return quote(path.as_posix(), errors="surrogateescape")
