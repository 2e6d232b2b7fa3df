"""Groups, scopes, powers and bars; makes the Viewer."""
