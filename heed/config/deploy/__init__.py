"""Is this fit to serve a school? A checked list, each line good, missing or unsafe, with what to do."""
