"""What runs steps: one machine with DuckDB today, behind a contract that a cluster can fill too."""
