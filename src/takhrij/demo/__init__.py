"""The demo case: invented articles with planted copies, changes and circles, and what is planted where (see README.md)."""
