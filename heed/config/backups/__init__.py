"""Back-ups: all of the database in one sealed file, proved while it is written; and back from it."""
