"""Takhrij (تخريج): traces a claim through the news to where it comes from."""

__version__ = "0.1.0"
