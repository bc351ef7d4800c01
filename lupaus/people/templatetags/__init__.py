"""Template tags of the room `people`."""
