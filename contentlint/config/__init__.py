"""Configuration: files and the command line, validated and resolved into a plan for each path."""
