"""What one document says: quantities, times, mentions, attributions, credits. Pure: text in, spans out."""
