"""The ids that generators give to headings, one module for each algorithm.

Each module has `ids(headings)`, which returns the id of every heading of a page in order, numbered
as the tool numbers duplicates; None: the heading has no id.
"""
