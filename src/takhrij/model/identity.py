"""Ids: hashes made in Python alone, the same on every machine and engine."""

from __future__ import annotations

import hashlib


def identity(kind: str, *parts: object) -> str:
    """`kind` and 16 hexadecimal digits over `parts`; `None` and "" differ, and no two lists of parts run together.

    >>> identity("d", "article-1") == identity("d", "article-1")
    True
    """
    digest = hashlib.blake2b(digest_size=8)
    for part in parts:
        raw = b"\0" if part is None else b"\1" + str(part).encode("utf-8", "surrogatepass")
        digest.update(len(raw).to_bytes(8, "little") + raw)
    return kind + digest.hexdigest()
