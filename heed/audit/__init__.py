"""What was done and who looked. Written once, in the transaction of what it describes."""
