"""What the desk shows."""
