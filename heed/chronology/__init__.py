"""A child's story in order."""
