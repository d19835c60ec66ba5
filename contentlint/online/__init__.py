"""Asking external URLs over the network: nothing else of contentlint does.

Imported by `check --online` alone. Whatever a server answers is data: sizes, times and redirects
are limited, and the addresses that may be connected to are checked at each connection.
"""
