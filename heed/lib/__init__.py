"""Small things that know nothing of Heed and could be lifted out."""
