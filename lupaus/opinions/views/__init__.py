"""Pages of opinion maps, for residents and for officials."""
