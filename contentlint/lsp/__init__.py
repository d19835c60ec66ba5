"""The language server: findings, fixes, completion and links in editors, for unsaved text.

`server.py` speaks the protocol; the other modules answer its requests from an `Article`. Only the
command `lsp` imports this package, which needs the extra `contentlint[lsp]`.
"""
