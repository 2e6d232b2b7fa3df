"""What happens later: asked for inside a transaction, done after it, by ids only."""
