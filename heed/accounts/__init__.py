"""Users, the schools they may enter, and how they sign in."""
