"""The pages that a fact-checker works with, served on this machine or written as files."""
