"""Reads of guarding."""
