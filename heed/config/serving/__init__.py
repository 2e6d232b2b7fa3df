"""Serving a school for real: web and worker as programs of their own, looked after by one household."""
