"""Entries as they are planted: who wrote and read them when, and what came after."""
