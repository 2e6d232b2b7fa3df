"""The sample trust, and the demonstration's own page. Nothing below knows it."""
