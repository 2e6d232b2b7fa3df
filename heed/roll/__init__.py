"""Children, classes and staff come in."""
