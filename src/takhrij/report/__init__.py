"""Results for people and programs: JSON of FORMATS, the terminal, one self-contained page. Reads the store only."""
