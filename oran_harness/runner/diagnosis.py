"""What is wrong when E2 Setup does not come about: decided from what was recorded, and from nothing else."""

from dataclasses import dataclass

from oran_harness.model import Diagnosis, DiagnosisKind, Event, EventKind, Role
from oran_harness.protocols.e2ap.causes import cause_words
from oran_harness.protocols.e2ap.messages import (
    E2setupFailure,
    E2setupRequest,
    E2setupResponse,
    ErrorIndication,
)
from oran_harness.runner.advice import advice_for
from oran_harness.runner.contact import Contact, Heard
from oran_harness.runner.introduction import E2_PPID
from oran_harness.transports import Trouble, parse_address, trouble_of

NAMES = {
    Role.E2_NODE: "the E2 node",
    Role.NEAR_RT_RIC: "the near-RT RIC",
    Role.O1_PROVIDER: "the managed element",
    Role.O1_MANAGER: "the O1 manager",
}
_PPIDS = {
    0: "no protocol",
    18: "S1AP",
    27: "X2AP",
    60: "NGAP",
    61: "XnAP",
    62: "F1AP",
    64: "E1AP",
    E2_PPID: "E2-CP",
    71: "E2-UP",
    72: "E2-DU",
}
"""What SCTP payload protocol identifiers stand for, by their registration with IANA."""
_TROUBLES = {
    Trouble.UNKNOWN_HOST: DiagnosisKind.UNKNOWN_HOST,
    Trouble.REFUSED: DiagnosisKind.NOBODY_LISTENS,
    Trouble.SILENT: DiagnosisKind.NO_ANSWER,
    Trouble.UNREACHABLE: DiagnosisKind.UNREACHABLE,
    Trouble.OTHER: DiagnosisKind.NO_ASSOCIATION,
}
# A refusal with a cause is in order (E2AP 8.3.1.3), and cases that expect E2 Setup to succeed would call it a fault.
_HOPELESS = (DiagnosisKind.OTHER_EDITION, DiagnosisKind.NOT_E2AP, DiagnosisKind.REFUSED)
"""Who speaks otherwise than we do would be accused of that in every case, and may be right."""
_SHOWN = 16


@dataclass(frozen=True, slots=True)
class Circumstances:
    """In which an attempt was made.

    ``role`` is the SUT's, ``address`` the URI at which the two meet, ``edition`` the E2AP edition that we spoke.
    ``waited`` are the seconds that the SUT had to connect, ``timeout`` those that it had to answer. ``died`` says how
    the SUT's process ended meanwhile, None if it lives or nothing is known of it. ``answers_to`` is another E2AP
    edition in which E2 Setup worked when it was tried, None if there is none; ``tried`` tells that all were.
    ``dialled`` tells that it is we who open associations.
    """

    role: Role
    address: str
    edition: str
    waited: float
    timeout: float
    died: str | None = None
    answers_to: str | None = None
    tried: bool = False
    dialled: bool = False

    @property
    def name(self) -> str:
        """The SUT, for people."""
        return NAMES[self.role]

    @property
    def scheme(self) -> str:
        """The transport."""
        return parse_address(self.address).scheme


def diagnose(contact: Contact, here: Circumstances) -> Diagnosis:
    """Why E2 Setup did not come about in this contact."""
    kind, seen = _seen(contact, here)
    fits = fitting_edition(contact, here)
    advice = advice_for(kind, here.role, here.address, here.edition, fits, tried=here.tried)
    return Diagnosis(kind, f"{seen[0].upper()}{seen[1:]}.", advice, hopeless=not contact.up or kind in _HOPELESS)


def _seen(contact: Contact, here: Circumstances) -> tuple[DiagnosisKind, str]:
    if not contact.up:
        return _no_association(contact.refusal, here)
    if here.answers_to is not None:
        return DiagnosisKind.OTHER_EDITION, (
            f"{here.name} does not do E2 Setup in E2AP {here.edition}, and does it in E2AP {here.answers_to}: "
            f"{_first_trouble(contact, here)[1]}"
        )
    return _first_trouble(contact, here)


def _no_association(refusal: str | None, here: Circumstances) -> tuple[DiagnosisKind, str]:
    if here.died is not None:
        return DiagnosisKind.NOT_STARTED, f"{here.name} ended before it had an association: {here.died}"
    if refusal is not None:
        kind = _TROUBLES[trouble_of(refusal)]
        return kind, _refused_text(kind, refusal, here)
    if here.dialled:
        return DiagnosisKind.NO_ANSWER, _refused_text(DiagnosisKind.NO_ANSWER, "", here)
    return (
        DiagnosisKind.NEVER_CONNECTED,
        f"{here.name} did not connect to {here.address} within {here.waited:g} s",
    )


def _refused_text(kind: DiagnosisKind, refusal: str, here: Circumstances) -> str:
    sctp = here.scheme == "sctp"
    match kind:
        case DiagnosisKind.NOBODY_LISTENS:
            how = "the SCTP INIT was answered by ABORT" if sctp else "the connection was refused"
            return f"nobody listens at {here.address}: {how}"
        case DiagnosisKind.NO_ANSWER:
            how = "the SCTP INIT was not answered" if sctp else "nothing came back"
            return f"nobody answers at {here.address}: {how}"
        case DiagnosisKind.UNKNOWN_HOST:
            return f"the host name of {here.address} is not known here"
        case DiagnosisKind.UNREACHABLE:
            return f"there is no way from this machine to {here.address}"
    return f"no association can be had: {refusal.rstrip('.')}"


def _first_trouble(contact: Contact, here: Circumstances) -> tuple[DiagnosisKind, str]:
    if here.died is not None:
        return DiagnosisKind.DIES, f"{here.name} ended {_behind(contact)}: {here.died}"
    if contact.said is None:
        return _wordless(contact, here)
    if _is_foreign(contact):
        return DiagnosisKind.NOT_E2AP, _foreign_text(contact.said, here)
    if here.role is Role.E2_NODE:
        return _of_node(contact, here)
    return _of_ric(contact, here)


def _is_foreign(contact: Contact) -> bool:
    """Whether another protocol is spoken: octets that are no E2AP at all, or hardly, and another's PPID."""
    if any(each.sighting.accepting for each in contact.heard):
        return False
    ppids = {each.event.ppid for each in contact.heard}
    foreign = ppids <= {ppid for ppid in _PPIDS if ppid not in (0, E2_PPID)}
    return foreign or not any(each.sighting.decoded.name for each in contact.heard)


def _wordless(contact: Contact, here: Circumstances) -> tuple[DiagnosisKind, str]:
    """There was an association, and no message of the SUT."""
    if contact.end is not None:
        framed = not here.scheme.startswith("sctp")
        if contact.end.kind is EventKind.ABORT and framed and "message" in (contact.end.message or ""):
            said = f"what {here.name} sent is no message of {here.scheme}://: {contact.end.message}"
            return DiagnosisKind.NOT_E2AP, said
        what = _behind(contact) if contact.ours is not None else "without a word"
        return DiagnosisKind.LEAVES_AT_ONCE, f"{here.name} {_ended(contact.end)} {what}"
    if contact.ours is None:
        what = "is connected, and sent no E2setupRequest"
    else:
        what = "took the association, and did not answer our E2setupRequest"
    return DiagnosisKind.SAYS_NOTHING, f"{here.name} {what} within {here.timeout:g} s"


def _of_node(contact: Contact, here: Circumstances) -> tuple[DiagnosisKind, str]:
    request = _first(contact, E2setupRequest)
    if request is None:
        return DiagnosisKind.NO_SETUP, f"{here.name} begins with {_named(contact)}, not with E2setupRequest"
    accepting = request.sighting.accepting
    if contact.ours is None and here.edition not in accepting:
        return _other_reading(request, here)
    error = _first(contact, ErrorIndication)
    if error is not None and contact.end is None:
        cause = _cause(error)
        return DiagnosisKind.ERROR_INDICATION, f"{here.name} answers our E2setupResponse by ErrorIndication{cause}"
    if contact.end is not None:
        return DiagnosisKind.LEAVES_AFTER_SETUP, f"{here.name} {_ended(contact.end)} {_behind(contact)}"
    if contact.ours is None:
        return DiagnosisKind.BROKEN_SETUP, f"the E2setupRequest of {here.name} cannot be answered{_wrong_with(request)}"
    return DiagnosisKind.LEAVES_AFTER_SETUP, f"{here.name} does not go on after our E2setupResponse"


def _of_ric(contact: Contact, here: Circumstances) -> tuple[DiagnosisKind, str]:
    failure, error = _first(contact, E2setupFailure), _first(contact, ErrorIndication)
    response = _first(contact, E2setupResponse)
    for answer in (response, failure):
        if answer is not None and here.edition not in answer.sighting.accepting:
            return _other_reading(answer, here)
    if failure is not None:
        wait = getattr(failure.sighting.decoded.message, "time_to_wait", None)
        waiting = f", Time to Wait {wait} s, and again after that time" if wait is not None else ""
        return DiagnosisKind.REFUSED, f"{here.name} refuses E2 Setup by E2setupFailure{_cause(failure)}{waiting}"
    if error is not None and response is None:
        cause = _cause(error)
        return DiagnosisKind.ERROR_INDICATION, f"{here.name} answers E2setupRequest by ErrorIndication{cause}"
    if response is not None and contact.end is not None:
        return DiagnosisKind.LEAVES_AFTER_SETUP, f"{here.name} {_ended(contact.end)} {_behind(contact)}"
    if response is not None:
        return DiagnosisKind.BROKEN_SETUP, f"the E2setupResponse of {here.name} does not answer our request"
    return DiagnosisKind.NO_SETUP, f"{here.name} answers E2setupRequest by {_named(contact)}"


def _other_reading(heard: Heard, here: Circumstances) -> tuple[DiagnosisKind, str]:
    """A message that does not conform to the edition that we speak."""
    label, accepting = heard.sighting.decoded.label, heard.sighting.accepting
    if not accepting:
        return DiagnosisKind.BROKEN_SETUP, f"the {label} of {here.name} conforms to no edition of E2AP" + _wrong_with(
            heard
        )
    span = accepting[0] if len(accepting) == 1 else f"{accepting[0]} to {accepting[-1]}"
    said = f"{here.name} speaks E2AP {span} (its {label} conforms to that alone)"
    return DiagnosisKind.OTHER_EDITION, f"{said}, and E2AP {here.edition} is spoken here"


def fitting_edition(contact: Contact, here: Circumstances) -> str | None:
    """The E2AP edition in which the SUT was heard, or answered; None where it is ours, or none is known."""
    if here.answers_to is not None:
        return here.answers_to
    for each in contact.heard:
        if isinstance(each.sighting.decoded.message, E2setupRequest | E2setupResponse | E2setupFailure):
            accepting = each.sighting.accepting
            return accepting[0] if accepting and here.edition not in accepting else None
    return None


def _first(contact: Contact, kind: type) -> Heard | None:
    return next((each for each in contact.heard if isinstance(each.sighting.decoded.message, kind)), None)


def _named(contact: Contact) -> str:
    return next((each.sighting.decoded.label for each in contact.heard if each.sighting.decoded.name), "nothing")


def _cause(heard: Heard) -> str:
    cause = cause_words(heard.sighting)
    return f" (cause {cause})" if cause else ""


def _wrong_with(heard: Heard) -> str:
    complaint = next((each for each in heard.sighting.decoded.complaints if each.kind.breaks_syntax), None)
    return "" if complaint is None else f": {complaint.message}"


def _ended(event: Event) -> str:
    if event.kind is EventKind.ABORT:
        return "aborted the association"
    return "closed the association" if event.kind is EventKind.SHUTDOWN else "was heard no more"


def _behind(contact: Contact) -> str:
    """What came last before the end."""
    last = contact.end_follows or contact.ours
    if last is None:
        return "without a word"
    whose = "our" if contact.ours is not None and last.source == contact.ours.source else "its own"
    return f"right after {whose} {last.message}"


def _foreign_text(said: Heard, here: Circumstances) -> str:
    octets = said.event.octets or b""
    shown = octets[:_SHOWN]
    text = f"'{shown.decode('ascii')}'" if shown and all(32 <= each < 127 for each in shown) else shown.hex(" ")
    more = "..." if len(octets) > _SHOWN else ""
    ppid = said.event.ppid
    known = _PPIDS.get(ppid) if ppid is not None else None
    spoken = f", with PPID {ppid}{f' ({known})' if known else ''}" if ppid is not None else ""
    return f"{here.name} sends what is no E2AP: {len(octets)} octets, {text}{more}{spoken}"
