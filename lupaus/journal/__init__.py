"""What happened, when and by whom: an append-only, hash-chained record."""
