"""Which E2AP editions the ends speak: nothing on the wire says it, so it shows in what they send (E2AP 9.3, change
history).
"""

from collections.abc import Iterator

from oran_harness.checkers.association import End
from oran_harness.checkers.claimed import unsettled
from oran_harness.checkers.observation import AssociationEnded, MessageObserved
from oran_harness.checkers.rule import Breach, rule
from oran_harness.model import ComplaintKind, Level, Scope
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.messages import E2setupFailure, E2setupRequest, E2setupResponse
from oran_harness.protocols.e2ap.tables import editions

_SHOWN = 2
_SETUP = (E2setupRequest, E2setupResponse, E2setupFailure)


@rule(
    id="E2AP-VERSION-DRIFT",
    title="Both ends speak the same edition of E2AP",
    clause="O-RAN.WG3.E2AP 9.3 and change history (1.01 and 2.00 on are incompatible)",
    level=Level.SHOULD,
    scope=Scope.RUN,
    hint="Build or configure both products for one edition of E2AP. 2.00 made TransactionID (49) and the component "
    "configuration (50) mandatory, and its list of RAN functions has a count of one octet instead of two: a node "
    "of 1.01 and a RIC of 2.03 cannot read each other's Setup.",
    blames="nobody: which edition was agreed is not on the wire",
)
def version_drift(seen: MessageObserved | AssociationEnded) -> Iterator[Breach]:
    """There is an edition to which the messages of both ends conform."""
    if isinstance(seen, MessageObserved):
        mine, theirs = seen.sender, seen.receiver
        mixed = mine.speaker.contradiction or theirs.speaker.contradiction
        if mine.editions and theirs.editions and not mixed and not set(mine.editions) & set(theirs.editions):
            yield _drift(
                f"{_who(mine)} and {_who(theirs)} speak editions of E2AP that cannot read each other{_unsettled(seen)}",
                mine,
                theirs,
            )
        return
    unread = _closed_on_setup(seen)
    if unread is None or seen.by is None:
        return
    mute = tuple(edition for edition in editions() if edition not in unread.accepting)
    if mute and unread.accepting:
        yield Breach(
            blame=None,
            message=f"{_who(unread.sender)} speaks E2AP {_span(unread.accepting)}, which an end that speaks "
            f"{_span(mute)} cannot read ({_obstacles(unread, mute)}), and {_who(seen.by)} closed on it without a word"
            f"{_unsettled(seen)}",
            expected="one edition that both speak",
            actual=f"{_who(unread.sender)} {_span(unread.accepting)}, {_who(seen.by)} unknown, perhaps {_span(mute)}",
            key="drift",
            event=unread.event.n,
            frame=unread.event.frame,
        )


@rule(
    id="E2AP-EDITIONS-MIXED",
    title="One end speaks one edition of E2AP",
    clause="O-RAN.WG3.E2AP 9.3",
    scope=Scope.RUN,
    hint="The named message conforms to another edition than all others of this end. Usually an IE of the newer "
    "edition was forgotten in it (TransactionID in Reset or Error Indication), or the codec of one procedure was "
    "left at the older one.",
    blames="the sender of the message",
)
def editions_mixed(seen: MessageObserved) -> Iterator[Breach]:
    """All messages of an end conform to one edition of E2AP; a new E2 Setup may begin another one."""
    # Who was refused may try an older edition, and who is asked so answers so: no text forbids it.
    if not seen.former_editions or isinstance(seen.message, _SETUP):
        return
    obstacles = _obstacles(seen, seen.former_editions)
    yield Breach(
        blame=seen.role,
        message=f"{seen.decoded.label} is a message of E2AP {_span(seen.accepting)}, while all before were of "
        f"{_span(seen.former_editions)}: {obstacles}",
        expected=f"E2AP {_span(seen.former_editions)}",
        actual=f"E2AP {_span(seen.accepting)}",
        key=seen.decoded.label,
    )


def _closed_on_setup(seen: AssociationEnded) -> MessageObserved | None:
    """The Setup request on which an end that had not said anything closed, None if that is not what happened."""
    if seen.by is None or seen.by.messages or seen.last is None or not isinstance(seen.last.message, E2setupRequest):
        return None
    return seen.last if seen.last.sender is not seen.by else None


def _drift(message: str, mine: End, theirs: End) -> Breach:
    return Breach(
        blame=None,
        message=message,
        expected="one edition that both speak",
        actual=f"{_who(mine)} {_span(mine.editions)}, {_who(theirs)} {_span(theirs.editions)}",
        key="drift",
    )


def _unsettled(seen: MessageObserved | AssociationEnded) -> str:
    return unsettled(seen.association.history.claims, lambda claimed: claimed.e2ap)


def _who(end: End) -> str:
    return f"the {end.role.value}" if end.role is not None else end.name


def _span(some: tuple[str, ...]) -> str:
    """Editions for people: the range, if they are all of one."""
    order = editions()
    first = order.index(some[0])
    if len(some) > 1 and order[first : first + len(some)] == some:
        return f"{some[0]} to {some[-1]}"
    return ", ".join(some)


def _obstacles(seen: MessageObserved, among: tuple[str, ...]) -> str:
    """What an edition that does not accept a message has to say against it."""
    decoded = codec(among[0]).decode(seen.decoded.octets)
    found = [complaint for complaint in decoded.complaints if complaint.kind.breaks_syntax]
    # What is missing says more to people than what was misread because of it.
    found.sort(key=lambda complaint: complaint.kind is not ComplaintKind.MISSING_IE)
    return "; ".join(complaint.message for complaint in found[:_SHOWN]) or "not accepted there"
