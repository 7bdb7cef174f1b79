"""What the rules do to the messages of one association, message by message. Decided here; done by who passes them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random

from oran_harness.faults.message_rule import MessageRule, Passing
from oran_harness.model import Role
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.label import label_of
from oran_harness.protocols.e2ap.tables import editions
from oran_harness.transports import LARGEST_MESSAGE, Delivery

REORDER_WITHIN = 1.0
"""Seconds that a message waits for those that it shall come behind, unless told."""
_MOST_STANDING = 4096
Id = tuple[int, int]


@dataclass(slots=True)
class Fate:
    """What becomes of one message.

    ``passed`` is what is passed on in its place, each with whether it is of our making; nothing if it is dropped.
    ``delay`` is in seconds; ``behind`` how many messages of its direction it lets pass before it, waiting ``within``
    seconds at most. ``cut`` is how the association is ended in its place. ``notes`` say to people what was done.
    """

    passed: tuple[tuple[Delivery, bool], ...]
    delay: float = 0.0
    behind: int = 0
    within: float = 0.0
    cut: str | None = None
    notes: list[str] = field(default_factory=list)

    @property
    def touched(self) -> bool:
        """Whether anything is done at all."""
        return bool(self.notes)


class Meddling:
    """The rules as they count and strike on one association; ``number`` is the association's, from 1.

    ``seed`` decides what is left to chance. Times are seconds since the association came up. ``struck`` are the texts
    of the rules that have done something.
    """

    def __init__(self, rules: Sequence[MessageRule], number: int, seed: int = 0) -> None:
        self.rules = tuple(rule for rule in rules if rule.selector.association in (None, number))
        self.struck: set[str] = set()
        self._number = number
        self._seed = seed
        self._counts = [0] * len(self.rules)
        self._standing: dict[Id, float] = {}
        # Only they need more of a message than its first octets.
        self._reads = any(rule.selector.request or rule.selector.subscribed for rule in self.rules)

    def look(self, source: Role, delivery: Delivery, now: float) -> Fate:
        """What becomes of a message that ``source`` has sent."""
        fate = Fate(((delivery, False),))
        if not self.rules:
            return fate
        label = label_of(delivery.octets)
        request = _request_id(delivery.octets) if self._reads and label is not None else None
        name, procedure = (label.message, label.procedure) if label is not None else (None, None)
        for place, rule in enumerate(self.rules):
            standing = self._stands_for(rule.selector.request, now)
            if rule.timed or not rule.selector.fits(Passing(source, name, procedure, request, now, standing)):
                continue
            self._counts[place] += 1
            if rule.selector.picks(self._counts[place]):
                done = _strike(rule, fate, Random(f"{self._seed} {self._number} {place} {self._counts[place]}"))
                if done is not None:
                    self.struck.add(rule.text)
                    fate.notes.append(f"{name or 'a message'} from the {source.value} {done} ({rule.text})")
        if fate.passed and fate.cut is None:
            self._follow(name, request, now)
        return fate

    def cut_due(self, now: float) -> MessageRule | None:
        """A rule that cuts the association by time alone, and whose time has come."""
        for rule in self._timed():
            since = self._since(rule)
            if since is not None and now >= since + rule.selector.after:
                self.struck.add(rule.text)
                return rule
        return None

    def next_cut(self) -> float | None:
        """When ``cut_due`` will have one, as far as that is known; None if it is not."""
        times = [since + rule.selector.after for rule in self._timed() if (since := self._since(rule)) is not None]
        return min(times, default=None)

    def _timed(self) -> Iterator[MessageRule]:
        return (rule for rule in self.rules if rule.timed)

    def _since(self, rule: MessageRule) -> float | None:
        """Since when a rule's time counts."""
        if not rule.selector.subscribed:
            return 0.0
        wanted = rule.selector.request
        known = [at for name, at in self._standing.items() if wanted in (None, name)]
        return min(known, default=None)

    def _stands_for(self, request: Id | None, now: float) -> float | None:
        known = [at for name, at in self._standing.items() if request in (None, name)] if self._standing else []
        return now - min(known) if known else None

    def _follow(self, name: str | None, request: Id | None, now: float) -> None:
        """Which subscriptions stand."""
        if name == "RICsubscriptionResponse" and request is not None and len(self._standing) < _MOST_STANDING:
            self._standing.setdefault(request, now)
        elif name == "RICsubscriptionDeleteResponse" and request is not None:
            self._standing.pop(request, None)
        elif name == "ResetResponse":
            self._standing.clear()


def _strike(rule: MessageRule, fate: Fate, chance: Random) -> str | None:
    """Let a rule do what it does; says what, None where nothing was to be done."""
    values = rule.values
    if not fate.passed:
        return None  # another rule has dropped it, or cut the association in its place
    match rule.action:
        case "drop":
            fate.passed = ()
            return "is dropped"
        case "delay":
            fate.delay += values["seconds"]
            return f"comes {values['seconds']:g} s later"
        case "duplicate":
            times = values.get("times", 1)
            fate.passed += tuple((each, True) for each, _ in fate.passed[:1] * times)
            return f"comes {times + 1} times"
        case "reorder":
            fate.behind = max(fate.behind, values.get("behind", 1))
            fate.within = max(fate.within, values.get("within", REORDER_WITHIN))
            return f"comes behind the next {fate.behind}"
        case "cut":
            fate.cut = values.get("how", "abort")
            fate.passed = ()
            return f"is lost: the association is cut ({fate.cut})"
    return _mangle(rule, fate, chance)


def _mangle(rule: MessageRule, fate: Fate, chance: Random) -> str | None:
    (first, _), *copies = fate.passed
    octets, what = mangled(rule, first.octets, chance)
    if octets == first.octets:
        return None
    fate.passed = ((Delivery(octets, first.stream, first.ppid), True), *copies)
    return f"is mangled: {what}"


def mangled(rule: MessageRule, octets: bytes, chance: Random) -> tuple[bytes, str]:
    """The octets as a rule changes them, and in words how; as they were where that cannot be."""
    values = rule.values
    match values.get("how", "flip"):
        case "truncate":
            left = min(values.get("octets", max(1, len(octets) // 2)), len(octets))
            return octets[:left], f"{left} octets are left"
        case "replace":
            at, new = values.get("at", 0), values["with"]
            if at + len(new) > min(len(octets), LARGEST_MESSAGE):
                return octets, "it has no such octets"
            return octets[:at] + new + octets[at + len(new) :], f"octets from {at} on are {new.hex()}"
        case _:
            changed = bytearray(octets)
            places = sorted(chance.sample(range(8 * len(octets)), min(values.get("bits", 1), 8 * len(octets))))
            for place in places:
                changed[place >> 3] ^= 0x80 >> (place & 7)
            told = ", ".join(f"{place & 7} of octet {place >> 3}" for place in places[:8])
            return bytes(changed), f"bit {told}{', ...' if len(places) > 8 else ''} flipped"


def _request_id(octets: bytes) -> Id | None:
    """The RIC Request ID in a message, if it has one that can be read."""
    message = codec(editions()[-1]).decode(octets, thorough=False).message
    found = getattr(message, "ric_request_id", None)
    return (found.ric_requestor_id, found.ric_instance_id) if found is not None else None
