"""`contentlint scan`: the articles of tables of any size, in resumable parts, on one machine or Ray."""
