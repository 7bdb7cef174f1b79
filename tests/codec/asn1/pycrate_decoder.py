"""pycrate, compiled from our own schemas, as a second opinion of what octets hold.

It is asked to decode only: its encoder writes an octet too many in extension additions.
"""

import contextlib
import io
import math
import runpy
import tempfile
import warnings
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from oran_harness.codec.asn1 import Field
from oran_harness.resources import interface
from tests.codec.asn1.schemas import module


class PycrateDecoder:
    """Aligned PER for the types of a schema, by pycrate's own reading of it."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._types = dict(_compiled(texts))

    def decode(self, type_name: str, octets: bytes) -> Any:
        """The value in the form of ``plain``; whatever pycrate raises at octets it does not like."""
        one = self._types[type_name]
        one.reset_val()
        one.from_aper(octets)
        return _plain(one, one.get_val())


@cache
def pycrate_of(key: str, edition: str) -> PycrateDecoder:
    """Pycrate's decoder of an edition; half a second the first time."""
    return PycrateDecoder([path.read_text("utf-8") for path in interface(key).edition(edition).schema])


@cache
def pycrate_of_body(body: str) -> PycrateDecoder:
    """The same for the assignments of a module."""
    return PycrateDecoder([module(body)])


def plain(value: Any) -> Any:
    """A value of ours in a form that both have: dicts without absent members, and lists."""
    if hasattr(value, "MEMBERS"):
        value = {name: getattr(value, key) for name, key in value.MEMBERS}
    if isinstance(value, dict):
        return {name: plain(one) for name, one in value.items() if one is not None}
    if isinstance(value, Field):
        return {"id": value.id, "criticality": value.criticality, "value": plain(value.value)}
    return [plain(one) for one in value] if isinstance(value, tuple | list) else value


def _compiled(texts: Sequence[str]) -> Iterator[tuple[str, Any]]:
    """The types of a schema by name. pycrate keeps what it compiles in one place, and talks while it does."""
    with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
        # Its sources have escapes that newer Pythons warn of when they first compile them.
        warnings.simplefilter("ignore")
        from pycrate_asn1c.asnproc import GLOBAL, compile_text
        from pycrate_asn1c.generator import PycrateGenerator

        GLOBAL.clear()
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "compiled.py"
            compile_text(list(texts))
            PycrateGenerator(str(path))
            GLOBAL.clear()
            modules = runpy.run_path(str(path))
        for one in modules.values():
            for each in getattr(one, "_all_", ()):
                if each._mode == "TYPE" and each._name in getattr(one, "_type_", ()):
                    yield each._name, each


def _plain(one: Any, value: Any) -> Any:
    """A value of pycrate's type, in the form of ``plain``."""
    kind = one.TYPE
    if kind == "NULL":
        return True if one._parent is not None and one._parent.TYPE in ("SEQUENCE", "SET") else None
    if kind == "BIT STRING":
        bits, count = value
        size = (count + 7) >> 3
        return [(bits << (8 * size - count)).to_bytes(size), count]
    if kind == "REAL":
        return _real(*value)
    if kind in ("SEQUENCE", "SET"):
        return {name: _plain(one._cont[name], each) for name, each in value.items()}
    if kind in ("SEQUENCE OF", "SET OF"):
        return [_plain(one._cont, each) for each in value]
    if kind == "CHOICE":
        name, inner = value
        return [name, _plain(one._cont[name], inner)]
    return value


def _real(mantissa: int, base: int, exponent: int) -> float:
    """Pycrate's REAL: infinities have a base of their own."""
    return math.copysign(math.inf, mantissa) if base is None else float(mantissa) * float(base) ** exponent
