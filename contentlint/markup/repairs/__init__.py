"""Where the standard's tree construction has to repair tags."""
