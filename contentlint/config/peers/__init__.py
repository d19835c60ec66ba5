"""The configurations of other linters, read for `contentlint init --from`.

`tables.py` says which rules of ours correspond to theirs, `files.py` reads their files, which are
data only: a configuration that is a program is never run.
"""
