"""Units and the measures by which a pledge is kept."""
