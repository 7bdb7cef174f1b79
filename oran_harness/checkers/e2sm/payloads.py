"""Service-model payloads as such: readable, in their place, and of one edition (E2SM 6.2.2.1, KPM 8.4.1, RC 9.4.1)."""

from collections.abc import Iterator
from functools import lru_cache

from oran_harness.checkers.breaches import place
from oran_harness.checkers.claimed import unsettled
from oran_harness.checkers.observation import PayloadObserved
from oran_harness.checkers.rule import Breach, rule
from oran_harness.model import Complaint, ComplaintKind, Level, Role, Scope
from oran_harness.service_models import PayloadKind, service_model, tell
from oran_harness.service_models.diagnosis import diagnose

_ALL = tuple(PayloadKind)
_ELSEWHERE = "they read as"
_UNDERSCORE = "'_'"
# Two rules ask for each payload, and a stack that errs sends the same again.
_hints = lru_cache(maxsize=16)(diagnose)


@rule(
    id="E2SM-PAYLOAD",
    title="A payload conforms to an edition of its service model",
    clause="O-RAN.WG3.E2SM-KPM 8.4.1; O-RAN.WG3.E2SM-RC 9.4.1",
    hint="Decode the payload with the ASN.1 of the service model edition that both ends are meant to speak. Octets "
    "left over or missing mean another edition, a wrong type, padding, or extension markers in other places than "
    "the specification has them.",
    blames="the sender of the payload",
    of=_ALL,
)
def payload(seen: PayloadObserved) -> Iterator[Breach]:
    """Every octet string that a service model defines is readable, whole, in at least one edition of that model."""
    if seen.payload.accepting or _only_newer(seen) or _only_characters(seen):
        return
    hints = _hints(service_model(seen.payload.model), seen.payload.kind, seen.payload.octets)
    if not any(hint.startswith(_ELSEWHERE) for hint in hints):
        yield _unreadable(seen, hints)


@rule(
    id="E2SM-PAYLOAD-MISPLACED",
    title="A payload is of the function's own service model, and in its own IE",
    clause="O-RAN.WG3.E2AP 9.2.8, 9.2.31; O-RAN.WG3.E2SM 6.2.2.1",
    hint="The octets are another payload than this IE carries: check which RAN Function ID belongs to which service "
    "model on this node (they differ from node to node), and that header and message are not exchanged.",
    blames="the sender of the payload",
    of=_ALL,
)
def payload_misplaced(seen: PayloadObserved) -> Iterator[Breach]:
    """A payload for one service model, or for one IE, is not sent in the place of another."""
    if seen.payload.accepting or _only_newer(seen) or _only_characters(seen):
        return
    hints = _hints(service_model(seen.payload.model), seen.payload.kind, seen.payload.octets)
    if any(hint.startswith(_ELSEWHERE) for hint in hints):
        yield _unreadable(seen, hints)


@rule(
    id="E2SM-STRING-ALPHABET",
    title="Strings of a service model keep to PrintableString",
    clause="O-RAN.WG3.E2SM 6.2.2.1; O-RAN.WG3.E2SM-KPM 8.3.9 (PrintableString, X.680)",
    hint="PrintableString knows letters, digits, space and ' ( ) + , - . / : = ? alone: take other characters out of "
    "style names, descriptions, sender names and measurement names. The underscore of _Filter is forgiven, for "
    "KPM's own names have it.",
    blames="the sender of the payload",
    of=_ALL,
)
def string_alphabet(seen: PayloadObserved) -> Iterator[Breach]:
    """A PrintableString in a payload holds characters of that alphabet alone."""
    if seen.payload.accepting or not _only_characters(seen):
        return
    for complaint in _breaking(seen):
        if not (complaint.path.endswith("measName") and complaint.actual.startswith(_UNDERSCORE)):
            yield Breach(
                blame=seen.role,
                message=f"{complaint.path}, octet {complaint.octet}: {complaint.message}",
                expected=complaint.expected,
                actual=complaint.actual,
                key=place(complaint.path),
            )


@rule(
    id="E2SM-PADDING",
    title="The padding of a payload is zero bits",
    clause="O-RAN.WG3.E2SM-KPM 8.4.1; O-RAN.WG3.E2SM-RC 9.4.1 (X.691 11.1.4)",
    hint="Clear the buffer before encoding, or append zero bits where the next field begins at an octet boundary and "
    "at the end. No value is lost by it, but a decoder that looks at padding refuses the payload, and equal values no "
    "longer give equal octets.",
    blames="the sender of the payload",
    scope=Scope.RUN,
    of=_ALL,
)
def payload_padding(seen: PayloadObserved) -> Iterator[Breach]:
    """The bits up to an octet boundary in a payload are zero: X.691 11.1.4 has zero bits there and no others."""
    if not seen.payload.accepting:
        return
    for complaint in seen.payload.complaints:
        if complaint.kind is ComplaintKind.PADDING:
            where = complaint.path or seen.path
            yield Breach(
                blame=seen.role,
                message=f"{where}, octet {complaint.octet}: {complaint.message}",
                expected=complaint.expected,
                actual=complaint.actual,
                key=place(where),
            )


@rule(
    id="E2SM-EDITIONS-MIXED",
    title="One end speaks one edition of a service model",
    clause="O-RAN.WG3.E2SM-KPM 8.4.1; O-RAN.WG3.E2SM-RC 9.4.1",
    hint="The payloads of this function fit no common edition: part of the stack was built from another one (a "
    "function definition of 3.00 or later with the four-octet time stamp of 2.03 is the classic). Generate all "
    "codecs from one set of ASN.1 files.",
    blames="the sender of the payload",
    scope=Scope.RUN,
    of=_ALL,
)
def editions_mixed(seen: PayloadObserved) -> Iterator[Breach]:
    """All payloads that an end sends for a RAN function conform to one edition of its service model."""
    tracker = seen.revisions
    if tracker is None or tracker.contradiction is None or not seen.payload.accepting:
        return
    before, now = tracker.contradiction
    model = service_model(seen.payload.model)
    evidence = tell(model, seen.payload.kind, seen.payload.octets)
    yield Breach(
        blame=seen.role,
        message=f"{model.title} payloads of one RAN function fit no common edition",
        expected=f"an edition of {', '.join(before)}, as before",
        actual=f"a payload that only {', '.join(now)} accepts" + (f" ({evidence})" if evidence else ""),
        key=f"function {seen.function.id if seen.function else '?'}",
    )


@rule(
    id="E2SM-VERSION-DRIFT",
    title="Both ends speak the same edition of a service model",
    clause="O-RAN.WG3.E2SM 6.2.2.1 (the OID does not tell editions apart)",
    level=Level.SHOULD,
    scope=Scope.RUN,
    hint="Agree on one edition of the service model: neither the OID nor the function revision tells them apart. The "
    "payloads of one end cannot be read by the other.",
    blames="nobody: which edition was agreed is not on the wire",
    of=_ALL,
)
def version_drift(seen: PayloadObserved) -> Iterator[Breach]:
    """There is an edition that the payloads of both ends conform to."""
    mine, theirs = seen.revisions, seen.other_revisions
    if mine is None or theirs is None or not set(mine.candidates).isdisjoint(theirs.candidates):
        return
    if not mine.seen or not theirs.seen or mine.contradiction or theirs.contradiction:
        return
    node, ric = (mine, theirs) if seen.role is Role.E2_NODE else (theirs, mine)
    title = service_model(seen.payload.model).title
    short = title.removeprefix("E2SM-")
    claims = unsettled(seen.association.history.claims, lambda claimed: claimed.revisions.get(short, ()))
    yield Breach(
        blame=None,
        message=f"the ends speak different editions of {title}{claims}",
        expected="one edition that both speak",
        actual=f"the E2 node {', '.join(node.candidates)}, the near-RT RIC {', '.join(ric.candidates)}",
        key=f"function {seen.function.id if seen.function else '?'}",
    )


def _breaking(seen: PayloadObserved) -> list[Complaint]:
    """What breaks the syntax: padding that is not zero leaves all values readable."""
    return [complaint for complaint in seen.payload.complaints if complaint.kind.breaks_syntax]


def _only_characters(seen: PayloadObserved) -> bool:
    """Whether nothing is wrong with the values but characters of strings."""
    complaints = _breaking(seen)
    return bool(complaints) and all(complaint.message.startswith("character ") for complaint in complaints)


def _only_newer(seen: PayloadObserved) -> bool:
    """Whether a newer edition than those known here may accept the octets."""
    complaints = _breaking(seen)
    return bool(complaints) and all(
        complaint.kind is ComplaintKind.UNKNOWN_ALTERNATIVE and complaint.actual.startswith("extension")
        for complaint in complaints
    )


def _unreadable(seen: PayloadObserved, hints: tuple[str, ...]) -> Breach:
    found = seen.payload
    title = service_model(found.model).title
    first = next(iter(_breaking(seen)), None)
    why = f": {first.message} at octet {first.octet} of the message" if first is not None else ""
    name = found.kind.value.replace("-", " ")
    return Breach(
        blame=seen.role,
        message=f"the {name} ({seen.path}) is none of any edition of {title}{why}"
        + (f"; {'; '.join(hints)}" if hints else ""),
        expected=f"{'an' if name[0] in 'aeio' else 'a'} {name} of {title}",
        actual=f"{len(found.octets)} octets: {found.octets[:16].hex()}{'...' if len(found.octets) > 16 else ''}",
        key=f"{name} function {seen.function.id if seen.function else '?'}",
    )
