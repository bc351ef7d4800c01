"""Channel: ideas with support and official answers. Its place in the house; not built yet."""
