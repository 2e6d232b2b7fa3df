"""Today's page: the one that shows everything together."""
