"""Keeping from, locking, sharing and breaking the glass; and who can read what, and why."""
