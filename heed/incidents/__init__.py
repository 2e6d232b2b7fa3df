"""Recording what happened, and reading it: the heart."""
