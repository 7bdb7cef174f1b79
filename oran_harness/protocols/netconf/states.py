"""The states of a session, and the one table of what leads from each to which (RFC 6241 4, 7.8, 8.1)."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from oran_harness.protocols.netconf.breach_kind import BreachKind


class State(StrEnum):
    """Where a session stands."""

    NEW = "new"
    CLIENT_SAID_HELLO = "client said hello"
    SERVER_SAID_HELLO = "server said hello"
    OPEN = "open"
    CLOSING = "closing"
    """The client has asked to close the session; what is asked after that is ignored (7.8)."""
    CLOSED = "closed"
    """The server has agreed to close it; it takes the transport down next."""
    APART = "apart"
    """The hellos have no version of the base protocol in common: nobody may go on (8.1)."""
    LOST = "lost"
    """One side's octets can no longer be told apart (RFC 6242 4.2)."""
    UNKNOWN = "unknown"
    """Messages of the session went unseen, its first ones perhaps: whatever comes may be proper."""


class Happening(StrEnum):
    """What moves a session."""

    CLIENT_HELLO = "hello of the client"
    SERVER_HELLO = "hello of the server"
    HELLO_APART = "hello without a common version"
    RPC = "rpc"
    CLOSE_SESSION = "close-session"
    REPLY = "rpc-reply"
    CLOSE_AGREED = "ok to close-session"
    CLOSE_REFUSED = "rpc-error to close-session"
    NOTIFICATION = "notification"
    FRAMING_LOST = "octets that are no frame"


Turn = tuple[State, BreachKind | None]
"""The next state, and the breach that lies in getting there, if any."""

_S, _H, _B = State, Happening, BreachKind
_ASKED = (_H.RPC, _H.CLOSE_SESSION)
_SAID = (_H.REPLY, _H.CLOSE_AGREED, _H.CLOSE_REFUSED, _H.NOTIFICATION)
_HELLOS = (_H.CLIENT_HELLO, _H.SERVER_HELLO, _H.HELLO_APART)


def _staying(
    state: State, happenings: tuple[Happening, ...], breach: BreachKind | None
) -> dict[tuple[State, Happening], Turn]:
    return {(state, happening): (state, breach) for happening in happenings}


TRANSITIONS: Mapping[tuple[State, Happening], Turn] = MappingProxyType(
    {
        **_staying(_S.NEW, (*_ASKED, *_SAID), _B.NO_HELLO),
        (_S.NEW, _H.CLIENT_HELLO): (_S.CLIENT_SAID_HELLO, None),
        (_S.NEW, _H.SERVER_HELLO): (_S.SERVER_SAID_HELLO, None),
        (_S.NEW, _H.HELLO_APART): (_S.APART, _B.NO_COMMON_BASE),
        **_staying(_S.CLIENT_SAID_HELLO, _ASKED, _B.BEFORE_OTHER_HELLO),
        **_staying(_S.CLIENT_SAID_HELLO, _SAID, _B.NO_HELLO),
        (_S.CLIENT_SAID_HELLO, _H.CLIENT_HELLO): (_S.CLIENT_SAID_HELLO, _B.SECOND_HELLO),
        (_S.CLIENT_SAID_HELLO, _H.SERVER_HELLO): (_S.OPEN, None),
        (_S.CLIENT_SAID_HELLO, _H.HELLO_APART): (_S.APART, _B.NO_COMMON_BASE),
        **_staying(_S.SERVER_SAID_HELLO, _ASKED, _B.NO_HELLO),
        **_staying(_S.SERVER_SAID_HELLO, _SAID, _B.BEFORE_OTHER_HELLO),
        (_S.SERVER_SAID_HELLO, _H.SERVER_HELLO): (_S.SERVER_SAID_HELLO, _B.SECOND_HELLO),
        (_S.SERVER_SAID_HELLO, _H.CLIENT_HELLO): (_S.OPEN, None),
        (_S.SERVER_SAID_HELLO, _H.HELLO_APART): (_S.APART, _B.NO_COMMON_BASE),
        **_staying(_S.OPEN, _HELLOS, _B.SECOND_HELLO),
        (_S.OPEN, _H.RPC): (_S.OPEN, None),
        (_S.OPEN, _H.CLOSE_SESSION): (_S.CLOSING, None),
        (_S.OPEN, _H.REPLY): (_S.OPEN, None),
        (_S.OPEN, _H.CLOSE_AGREED): (_S.CLOSED, None),
        (_S.OPEN, _H.CLOSE_REFUSED): (_S.OPEN, None),
        (_S.OPEN, _H.NOTIFICATION): (_S.OPEN, None),
        **_staying(_S.CLOSING, _HELLOS, _B.SECOND_HELLO),
        **_staying(_S.CLOSING, _ASKED, _B.AFTER_CLOSE),
        (_S.CLOSING, _H.REPLY): (_S.CLOSING, None),
        (_S.CLOSING, _H.CLOSE_AGREED): (_S.CLOSED, None),
        (_S.CLOSING, _H.CLOSE_REFUSED): (_S.OPEN, None),
        (_S.CLOSING, _H.NOTIFICATION): (_S.CLOSING, None),
        **_staying(_S.CLOSED, (*_HELLOS, *_ASKED, *_SAID), _B.AFTER_CLOSE),
        **_staying(_S.APART, _HELLOS, _B.SECOND_HELLO),
        **_staying(_S.APART, (*_ASKED, *_SAID), _B.WENT_ON_WITHOUT_COMMON_BASE),
        **_staying(_S.LOST, (*_HELLOS, *_ASKED, *_SAID), None),
        **_staying(_S.UNKNOWN, (*_HELLOS, *_ASKED, *_SAID), None),
        (_S.UNKNOWN, _H.HELLO_APART): (_S.APART, _B.NO_COMMON_BASE),
        **{(state, _H.FRAMING_LOST): (_S.LOST, None) for state in State},
    }
)
"""Every state with everything that may happen in it."""
