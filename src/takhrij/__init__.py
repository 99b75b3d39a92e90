"""Takhrij (تخريج): traces a claim through the news to where it comes from."""

import os

__version__ = "0.1.0"

# Read when numpy is first imported. Our matrices are small: threads that wait for each other took three times the CPU (measured).
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
