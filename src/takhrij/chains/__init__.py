"""Who took it from whom, where chains end, and how many origins are left. Pure."""
