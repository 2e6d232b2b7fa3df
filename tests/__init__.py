"""Tests: each is a sentence about a person or a promise."""
