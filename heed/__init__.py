"""Heed: a safeguarding record for schools."""
