"""Tests of the things that know nothing of Heed."""
