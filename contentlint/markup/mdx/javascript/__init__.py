"""Reads JavaScript as the MDX compilers do: a module in strict mode, with JSX, without TypeScript.

It finds where an expression or a module ends and whether it is valid; it builds no syntax tree.
"""
