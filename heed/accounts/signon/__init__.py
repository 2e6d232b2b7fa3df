"""Single sign-on by OpenID Connect: a school's people sign in through the school's own service."""
