"""What the processes of a measurement agree on."""

CSRF = "b" * 32
"""Cookie and form carry the same, as a browser's do."""
TEACHER, LEAD = "class teacher", "DSL"
