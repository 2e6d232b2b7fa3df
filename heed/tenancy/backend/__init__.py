"""Django's PostgreSQL backend with our compiler: shut tables, and statements that spread tables accept."""
