"""Rules about links: internal targets, anchors and the form of URLs."""
