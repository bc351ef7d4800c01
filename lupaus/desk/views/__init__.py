"""Officials' pages across rooms."""
