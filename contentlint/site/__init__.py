"""The site around an article: its generator, its files, its credits, the facts of its articles."""
