"""Single sign-on, where people meet it: the way in, and the page on which a school sets it."""
