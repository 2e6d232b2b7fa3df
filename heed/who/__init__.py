"""Who is looking, as plain values, and the one rule of what they may see. Imports nothing above it."""
