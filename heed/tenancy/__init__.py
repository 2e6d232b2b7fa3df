"""Schools kept apart in the database: keys, scope, policies, roles, shut tables. No word of the domain."""
