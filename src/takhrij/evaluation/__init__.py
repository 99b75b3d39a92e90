"""Scores the program against a folder of gold."""
