"""What all E2AP messages have in common."""

from typing import ClassVar


class Message:
    """Base of the messages; each is a frozen dataclass whose absent IEs are None.

    ``NAME`` is the message's ASN.1 name, ``PROCEDURE_CODE`` its procedure (E2AP 9.3.7), ``OUTCOME`` the alternative
    of E2AP-PDU that carries it, ``IES`` the IE ids with the fields that hold them.
    """

    __slots__ = ()
    NAME: ClassVar[str]
    PROCEDURE_CODE: ClassVar[int]
    OUTCOME: ClassVar[str]
    IES: ClassVar[tuple[tuple[int, str], ...]]
