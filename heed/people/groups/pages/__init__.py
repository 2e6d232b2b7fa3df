"""What the pages of groups print, as finished words."""
