"""Who may keep out, lock, share, open and ask; and which looks are odd. Pure."""
