"""NULL (X.691 clause 18)."""

from typing import Any

from oran_harness.codec.asn1.fault import Misfit
from oran_harness.codec.asn1.nodes.node import Node, shown
from oran_harness.codec.asn1.reader import Reader
from oran_harness.codec.asn1.writer import Writer


class Null(Node):
    """No bits at all.

    The value is None in a CHOICE or list; as a member of a SEQUENCE, where None is "absent", a present NULL is
    True (``present``). Both are accepted when encoding.
    """

    __slots__ = ("present",)

    def __init__(self, present: bool = False) -> None:
        super().__init__("NULL", 0)
        self.present = True if present else None

    def decode(self, reader: Reader) -> bool | None:
        return self.present

    def encode(self, writer: Writer, value: Any) -> None:
        if value is not None and value is not True:
            raise Misfit(f"{self.type_name} takes None or True, not {shown(value)}")
