"""Channel: pairwise ranking of ideas. Its place in the house; not built yet."""
