"""The demo: one county's whole story, from the first plan to the first corrective action."""
