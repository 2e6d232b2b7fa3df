"""How Heed looks: page frame, field macros, styles and the script that starts them."""
