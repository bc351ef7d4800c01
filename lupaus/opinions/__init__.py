"""Channel: opinion maps, where people agree or disagree with short claims."""
