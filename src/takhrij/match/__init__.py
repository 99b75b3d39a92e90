"""Which passages of two documents are the same words. Pure."""
