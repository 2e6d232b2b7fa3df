"""One file of a thousand entries: Leon Sadler, from Nursery to Year 6."""
