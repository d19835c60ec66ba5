"""Configuration: files and the command line, checked and resolved into a plan for each path."""
