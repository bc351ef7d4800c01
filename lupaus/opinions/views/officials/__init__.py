"""Where officials prepare an opinion map, bring in a conversation, compute, look and publish."""
