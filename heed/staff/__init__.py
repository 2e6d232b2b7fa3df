"""People who work in a school, and the signatures beneath what they write."""
