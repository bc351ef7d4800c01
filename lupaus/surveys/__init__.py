"""Channel: surveys. Its place in the house; not built yet."""
