"""Who works here: accounts, groups and leaving, as the office looks after them."""
