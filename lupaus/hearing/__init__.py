"""Comment round and formal statements. Its place in the house; not built yet."""
