"""Writes of guarding. Each asks its rule, does one thing, and leaves its mark."""
