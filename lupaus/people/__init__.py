"""Officials with roles, and residents who take part with or without a name."""
