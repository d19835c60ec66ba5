"""The repairs that the standard's tree construction makes to tags."""
