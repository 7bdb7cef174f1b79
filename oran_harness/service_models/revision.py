"""Which edition of a service model an end speaks, from what it sent."""

from collections.abc import Iterable

from oran_harness.service_models.model import ServiceModel
from oran_harness.service_models.payload import DecodedPayload, PayloadKind

Contradiction = tuple[tuple[str, ...], tuple[str, ...]]


class RevisionTracker:
    """Narrows the editions that one end may speak for one RAN function of one association.

    No octet names the edition: OIDs stay, and the RAN Function Revision counts changes of the definition alone
    (E2AP 9.2.24). So the editions left are those that accept everything the end sent. The best tells are the header
    of a KPM indication, whose time stamp has 4 octets in 2.03 and 8 from 3.00 on, and the QUERY part of an RC
    definition, which came after 1.03.

    A payload that no edition accepts narrows nothing: it is faulty in itself, and counted in ``unreadable``.
    """

    __slots__ = ("_contradiction", "_seen", "candidates", "model", "unreadable")

    def __init__(self, model: ServiceModel) -> None:
        self.model = model
        self.candidates: tuple[str, ...] = model.editions
        self.unreadable = 0
        self._seen: dict[tuple[str, ...], int] = {}
        self._contradiction: Contradiction | None = None

    def see(self, accepting: Iterable[str]) -> None:
        """Take note of a payload that these editions accept."""
        accepted = tuple(accepting)
        if not accepted:
            self.unreadable += 1
            return
        self._seen[accepted] = self._seen.get(accepted, 0) + 1
        left = tuple(edition for edition in self.candidates if edition in accepted)
        if left:
            self.candidates = left
        elif self._contradiction is None:
            self._contradiction = (self.candidates, accepted)

    def see_payload(self, payload: DecodedPayload) -> None:
        """Take note of a payload of this model."""
        self.see(payload.accepting)

    @property
    def settled(self) -> str | None:
        """The one edition left, None while there are several or the payloads contradict each other."""
        return self.candidates[0] if len(self.candidates) == 1 and self._contradiction is None else None

    @property
    def best(self) -> str:
        """The edition to read by: the newest left, as an older one skips what newer ones added."""
        return self.candidates[-1]

    @property
    def contradiction(self) -> Contradiction | None:
        """The editions left, and those that accept the first payload that none of them accepts; None if there is none.

        An end that contradicts itself mixes editions, or has encoded something by accident as in another edition.
        """
        return self._contradiction

    @property
    def seen(self) -> dict[tuple[str, ...], int]:
        """How many payloads each set of accepting editions had."""
        return dict(self._seen)


def tell(model: ServiceModel, kind: PayloadKind, octets: bytes) -> str | None:
    """What a person can see in the octets of a payload about its edition, in a sentence; None if nothing.

    Helps to explain drift: which octet shows that the other end speaks another edition (KPM 8.3.12; RC 9.2.2).
    """
    if model.key == "kpm" and kind is PayloadKind.INDICATION_HEADER:
        return _tell_header(octets)
    if model.key == "rc" and kind is PayloadKind.FUNCTION_DEFINITION:
        newest = model.editions[-1]
        value = model.decode(kind, octets, newest).value
        if getattr(value, "ran_function_definition_query", None) is not None:
            return "the definition has a QUERY part, which editions after 1.03 alone have"
    return None


def _tell_header(octets: bytes) -> str | None:
    # One octet holds the extension bits and the four presence bits, the time stamp begins with the next.
    if not octets or octets[0] & 0x1E:
        return None
    if len(octets) == 5:
        return "time stamp of 4 octets, as in 2.03: the header without options has 5"
    if len(octets) == 9:
        return "time stamp of 8 octets, as from 3.00 on: the header without options has 9"
    return f"the header without options has {len(octets)} octets; it has 5 in 2.03 and 9 from 3.00 on"
