"""Tools for assistants over the Model Context Protocol: check, fix, explain, list, infer.

`server.py` registers the tools, `tools.py` is what they do, `roots.py` limits them to folders. Only
the command `mcp` imports this package, which needs the extra `contentlint[mcp]`.
"""
