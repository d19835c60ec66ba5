"""Check articles: from paths to findings."""
