"""`contentlint scan`: the articles of tables of any size, in resumable parts, here or on Ray."""
