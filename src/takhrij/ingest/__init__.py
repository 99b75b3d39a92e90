"""The outside world in: files, encodings, pages, tables; everything that comes here is hostile until shown otherwise."""
