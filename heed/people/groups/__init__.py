"""What each group may do, and who is in it."""
