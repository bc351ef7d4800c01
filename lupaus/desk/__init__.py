"""Officials' pages across rooms: my tasks, process board, loose ends."""
