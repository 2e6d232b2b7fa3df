"""Settings, addresses, middleware, and how outcomes become pages. The top of everything."""
