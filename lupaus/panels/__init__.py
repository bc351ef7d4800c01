"""Channel: resident panels drawn by lot. Its place in the house; not built yet."""
