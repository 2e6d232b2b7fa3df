"""The spine: one row for everything in a child's file, with its number, categories and grants."""
