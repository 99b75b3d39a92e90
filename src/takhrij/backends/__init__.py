"""Optional models behind the protocols of `model`: one file each."""
