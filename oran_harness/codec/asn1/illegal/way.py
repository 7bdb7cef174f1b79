"""One way in which a value, or its encoding, can be wrong."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from oran_harness.codec.asn1.walker.chooser import Chooser
from oran_harness.model.complaint import ComplaintKind


@dataclass(frozen=True, slots=True)
class Way:
    """What the decoder will call it, words, and what makes the value that stands there then."""

    kind: ComplaintKind
    said: str
    make: Callable[[Chooser], Any]
