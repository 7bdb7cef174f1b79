"""What a note of a capture reader is about."""

from enum import StrEnum


class NoteKind(StrEnum):
    """The words that notes of a capture begin with, before a colon."""

    MISSING = "missing"
    """Chunks or datagrams are not in the capture: messages are lacking."""
    INCOMPLETE = "incomplete"
    """A message lacks fragments and is not delivered."""
    TRUNCATED = "truncated"
    """The end of packets was not captured (snap length): messages are lacking."""
    GIVEN_UP = "given up"
    """A bound of this reader was reached: messages may be lacking."""
    CUT_OFF = "cut off"
    """The file breaks off or is damaged; nothing behind that place was read."""
    ABANDONED = "abandoned"
    """The sender gave up messages itself (FORWARD TSN)."""
    OUT_OF_WINDOW = "out of window"
    """A TSN far from all others."""
    MALFORMED = "malformed"
    """SCTP chunks that do not fit into their packets."""
    CHECKSUM = "checksum"
    """Packets with a wrong CRC32c."""
    RESTART = "restart"
    """A new association took the place of this one, which did not end."""
    ERROR = "error"
    """An SCTP ERROR chunk, with its causes."""
    TIME = "time"
    """The capture's clock went back."""
    LINK_TYPE = "link type"
    """Packets of a link type that cannot be read."""
    ENCRYPTED = "encrypted"
    """Connections on a port of NETCONF's that cannot be read."""
    FRAMES = "frames"
    """The messages are there without their frames."""
    INTERFACE = "interface"
    """Packets of an interface that the file does not describe."""

    def text(self, what: str) -> str:
        """The text of a note of this kind."""
        return f"{self.value}: {what}"

    @property
    def loses_messages(self) -> bool:
        """Whether messages that were on the wire may be lacking after such a note."""
        return self in _LOSING

    @classmethod
    def of(cls, text: str | None) -> "NoteKind | None":
        """The kind of a note by its text; None for notes of others."""
        word = (text or "").partition(":")[0]
        return cls(word) if word in cls._value2member_map_ else None


_LOSING = {
    NoteKind.MISSING,
    NoteKind.INCOMPLETE,
    NoteKind.TRUNCATED,
    NoteKind.GIVEN_UP,
    NoteKind.CUT_OFF,
    NoteKind.OUT_OF_WINDOW,
    NoteKind.MALFORMED,
    NoteKind.LINK_TYPE,
    NoteKind.INTERFACE,
}
