"""What the templates of guarding print: plain values of finished words."""
