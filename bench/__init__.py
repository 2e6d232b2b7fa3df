"""Heed at size: a database of fifty schools, and what its pages cost there. `make bench` runs all of it."""
