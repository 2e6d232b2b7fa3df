"""Staff: who works here, their accounts, and when they leave."""
