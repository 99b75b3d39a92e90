"""Tellings, which of them tell the same, and what differs between them. Pure."""
