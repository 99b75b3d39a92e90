"""Keeps with a statement, or with two laid beside each other, what a function found of it: many rules ask the same."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

Of = TypeVar("Of")
Further = ParamSpec("Further")
Found = TypeVar("Found")


def kept(function: Callable[Concatenate[Of, Further], Found]) -> Callable[Concatenate[Of, Further], Found]:
    """The same function, which finds a thing once: «طالبت» in «طالبت البلدية بتعويض» has the same parties in every pair.

    What was found goes with its first argument, whose hash nobody need compute; no one may change it. The others are given by position.
    """
    name = f"kept: {function.__module__}.{function.__qualname__}"

    @wraps(function)
    def found(of: Of, /, *further: Further.args, **named: Further.kwargs) -> Found:
        memory: dict[tuple[Any, ...], Found] | None = of.__dict__.get(name)
        if memory is None:
            memory = of.__dict__[name] = {}
        if further not in memory:
            memory[further] = function(of, *further, **named)
        return memory[further]

    return found
