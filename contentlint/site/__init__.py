"""The site of an article: its generator, files, credits, and the facts of its articles."""
