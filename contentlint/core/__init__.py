"""The basics that every package uses; imports nothing else of contentlint."""
