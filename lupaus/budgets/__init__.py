"""Channel: participatory budgeting. Its place in the house; not built yet."""
