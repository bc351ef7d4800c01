"""What a promise must rest on: strategies, goals, national objectives and law."""
