"""The sample trust holds together."""
