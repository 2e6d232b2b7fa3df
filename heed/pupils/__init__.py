"""Children, their classes, contacts and the adults who work with them."""
