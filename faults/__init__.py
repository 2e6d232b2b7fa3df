"""Breaks a real service, over and over, and counts whether anything that was confirmed is lost: `make faults`."""
