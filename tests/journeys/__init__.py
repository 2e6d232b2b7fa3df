"""People at a real browser, in front of the real service."""
