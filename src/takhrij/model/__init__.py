"""The words of the domain as plain values; imports nothing else of ours."""
