"""The names of elements: a namespace and a local name, in lxml's form ``{namespace}local``."""

from typing import Any, TypeAlias

Element: TypeAlias = Any
"""An element of lxml, which has no types of its own."""


def local_name(name: str) -> str:
    """The name without its namespace."""
    return name.rpartition("}")[2]


def namespace(name: str) -> str:
    """The namespace of a name; empty if it has none."""
    return name[1:].partition("}")[0] if name.startswith("{") else ""
