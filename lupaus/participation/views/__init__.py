"""Pages of participation, for residents and for officials."""
