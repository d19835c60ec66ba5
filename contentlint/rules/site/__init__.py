"""Rules about the articles of a site together."""
