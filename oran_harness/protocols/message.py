"""What the messages of all protocols have in common."""

from typing import ClassVar


class AnyMessage:
    """Base of the messages; ``NAME`` is what the specification calls one. Classes without a name stand for any."""

    __slots__ = ()
    NAME: ClassVar[str]

    @classmethod
    def is_answer(cls) -> bool:
        """Whether messages of this class answer a request."""
        return False

    @classmethod
    def is_prompted(cls) -> bool:
        """Whether messages of this class only say something of what came before, be it no answer."""
        return cls.is_answer()
