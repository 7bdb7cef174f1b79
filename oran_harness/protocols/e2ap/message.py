"""What all E2AP messages have in common."""

from typing import ClassVar

from oran_harness.protocols.message import AnyMessage


class Message(AnyMessage):
    """Base of the messages; each is a frozen dataclass whose absent IEs are None.

    ``NAME`` is the message's ASN.1 name, ``PROCEDURE_CODE`` its procedure (E2AP 9.3.7), ``OUTCOME`` the alternative
    of E2AP-PDU that carries it, ``IES`` the IE ids with the fields that hold them.
    """

    __slots__ = ()
    NAME: ClassVar[str]
    PROCEDURE_CODE: ClassVar[int]
    OUTCOME: ClassVar[str]
    IES: ClassVar[tuple[tuple[int, str], ...]]

    @classmethod
    def is_answer(cls) -> bool:
        """Whether messages of this class answer a request (E2AP 8.1)."""
        return cls.OUTCOME != "initiatingMessage"

    @classmethod
    def is_prompted(cls) -> bool:
        """Whether they are said because of what came before: answers, and Error Indications (E2AP 8.3.3)."""
        return cls.is_answer() or cls.NAME == "ErrorIndication"
