"""The link targets of a report: local files, or the sources on the server in CI."""

import os
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote


def files(output: Path | None, cwd: Path, environment: Mapping[str, str]) -> str:
    """The URL template of the checked files, with the placeholders `{path}` and `{line}`.

    Args:
        output: the report file; None: stdout, assumed to be redirected to a file in `cwd`.
        cwd: the folder that paths of findings are relative to.
        environment: environment variables; in a GitHub or GitLab pipeline, links point to the
            files of the commit on the server.
    """
    return _at_server(cwd, environment) or _beside(output, cwd)


def root(cwd: Path, environment: Mapping[str, str]) -> str:
    """The working directory relative to the repository's root, with `/`.

    Empty at the root, and outside of GitHub and GitLab pipelines.
    """
    inner = _inner(cwd, environment)
    return "" if inner is None or inner == Path() else inner.as_posix()


def _inner(cwd: Path, environment: Mapping[str, str]) -> Path | None:
    """The working directory relative to the repository's root; None if the root is unknown."""
    if environment.get("GITHUB_ACTIONS") == "true":
        root = environment.get("GITHUB_WORKSPACE")
    else:
        root = environment.get("CI_PROJECT_DIR") if environment.get("GITLAB_CI") else None
    try:
        return cwd.resolve().relative_to(Path(root).resolve()) if root else None
    except ValueError:
        return None


def _at_server(cwd: Path, environment: Mapping[str, str]) -> str | None:
    get = environment.get
    if get("GITHUB_ACTIONS") == "true":
        project = f"{get('GITHUB_SERVER_URL', '')}/{get('GITHUB_REPOSITORY', '')}"
        commit, files = get("GITHUB_SHA"), "blob"
    elif get("GITLAB_CI"):
        project, commit, files = get("CI_PROJECT_URL", ""), get("CI_COMMIT_SHA"), "-/blob"
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
        relative = Path(os.path.relpath(cwd.resolve(), folder.resolve()))
    except ValueError:  # on another drive
        return f"{cwd.as_uri()}/{{path}}"
    return "./{path}" if relative == Path() else f"./{_quoted(relative)}/{{path}}"


def _quoted(path: Path) -> str:
    return quote(path.as_posix(), errors="surrogateescape")
