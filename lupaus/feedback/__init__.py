"""Channel: feedback that is always open. Its place in the house; not built yet."""
