"""What the templates of incidents print: plain values of finished words."""
