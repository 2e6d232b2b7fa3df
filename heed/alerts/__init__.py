"""Who is told of an entry, and whether they have read it."""
