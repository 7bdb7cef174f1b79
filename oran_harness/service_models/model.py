"""One E2 service model in all its editions: octets to values and back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from oran_harness.codec.asn1 import Asn1Codec, Decoded, TraceNode, load_schema, maker
from oran_harness.model.complaint import Complaint, ComplaintKind
from oran_harness.model.errors import UsageError
from oran_harness.resources import Interface, interface
from oran_harness.service_models.grammar import Spelling, definitions, extends, spelling
from oran_harness.service_models.payload import DecodedPayload, PayloadKind

_made = maker(DecodedPayload)


@dataclass(frozen=True, slots=True)
class _Family:
    """Editions that spell a type alike; ``extends`` are the places of the families that they only add to."""

    editions: tuple[str, ...]
    extends: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Spellings:
    """The editions that have a payload, oldest first, by how they spell its type, and the place of each one's family.

    ``of`` keeps the editions of families that were asked for by their places.
    """

    editions: tuple[str, ...]
    families: tuple[_Family, ...]
    place: Mapping[str, int]
    of: dict[tuple[int, ...], tuple[str, ...]]

    def editions_of(self, places: tuple[int, ...]) -> tuple[str, ...]:
        """The editions of some families, oldest first."""
        found = self.of.get(places)
        if found is None:
            found = self.of[places] = tuple(each for each in self.editions if self.place[each] in places)
        return found


_Readings = list[Decoded | None]
"""What each family read, in their order."""


class ServiceModel:
    """What a service model's payloads are, in every edition that ``specs/`` holds.

    ``key`` names it there; ``types`` says which ASN.1 type a payload is, ``records`` which class each SEQUENCE
    becomes. Schemas load when first needed.
    """

    __slots__ = ("_codecs", "_records", "_spelt", "key", "types")

    def __init__(self, key: str, types: Mapping[PayloadKind, str], records: Mapping[str, type]) -> None:
        self.key = key
        self.types = dict(types)
        self._records = dict(records)
        self._codecs: dict[str, Asn1Codec] = {}
        self._spelt: dict[PayloadKind, _Spellings] = {}

    def __repr__(self) -> str:
        return f"ServiceModel({self.key!r})"

    @property
    def interface(self) -> Interface:
        """The model's row of ``specs/editions.toml``."""
        return interface(self.key)

    @property
    def title(self) -> str:
        """The model's name for people, as ``E2SM-KPM``."""
        return self.interface.title

    @property
    def oid(self) -> str:
        """The OID that all its editions share (E2AP 9.2.31, COM 6.2.2.1)."""
        return self.interface.oid or ""

    @property
    def short_name(self) -> str:
        """The RAN Function Short Name (COM 6.2.2.1)."""
        return self.interface.short_name or ""

    @property
    def editions(self) -> tuple[str, ...]:
        """All editions, oldest first."""
        return tuple(edition.edition for edition in self.interface.editions)

    def editions_with(self, kind: PayloadKind) -> tuple[str, ...]:
        """The editions that have such a payload, oldest first; none for a service that the model does not offer."""
        return self._spellings(kind).editions

    def decode(
        self, kind: PayloadKind, octets: bytes, edition: str | None = None, *, path: str = "", offset: int = 0
    ) -> DecodedPayload:
        """Read a payload leniently; raises nothing for any octets.

        Without an ``edition`` it is the newest that accepts the octets, one that finds all padding zero if there is
        such; else the one that gets furthest into them, the newer of equals. ``path`` and ``offset`` (in octets) say
        where the payload lies in its message. Raises ``UsageError`` for an edition that the model does not have.
        """
        spellings = self._spellings(kind)
        place = None if edition is None else spellings.place.get(edition)
        if edition is not None and place is None:
            self.interface.edition(edition)
        readings = self._readings(spellings, kind, octets, path, offset)
        # What is wrong with the octets is not asked of other editions than the one that is to read them.
        if not any(readings) or (place is not None and readings[place] is None):
            readings = self._readings(spellings, kind, octets, path, offset, conforming=False)
        places = _accepting(readings)
        accepting = spellings.editions_of(places)
        chosen = edition or (_cleanest(spellings, places, readings) if accepting else _furthest(spellings, readings))
        reading = None if chosen is None or chosen not in spellings.place else readings[spellings.place[chosen]]
        if reading is None:
            return self._foreign(kind, octets, edition, accepting, path, offset)
        return _made(self.key, kind, chosen, reading.value, octets, reading.complaints, accepting)

    def accepting(self, kind: PayloadKind, octets: bytes, among: Iterable[str] | None = None) -> tuple[str, ...]:
        """The editions, oldest first, to which octets conform; padding is nobody's business but the sender's.

        An edition whose reader would have to skip extension additions that it does not know may read the octets,
        but whoever wrote them speaks a newer one: such editions are named only if no edition knows all additions.
        ``among`` limits the question to some editions.
        """
        asked = None if among is None else tuple(among)
        spellings = self._spellings(kind)
        accepting = spellings.editions_of(_accepting(self._readings(spellings, kind, octets, "", 0, asked)))
        return accepting if asked is None else tuple(edition for edition in accepting if edition in asked)

    def encode(self, kind: PayloadKind, value: object, edition: str) -> bytes:
        """The octets of a payload.

        Raises ``EncodeError`` if the value does not fit the type, ``UsageError`` if the edition is unknown or has no
        such payload.
        """
        return self.codec(edition).encode(self._type(kind, edition), value)

    def trace(self, kind: PayloadKind, octets: bytes, edition: str, *, path: str = "", offset: int = 0) -> TraceNode:
        """The payload with the place of each of its parts; raises ``UsageError`` as ``encode`` does."""
        return self.codec(edition).trace(self._type(kind, edition), octets, path=path, offset=offset)

    def _type(self, kind: PayloadKind, edition: str) -> str:
        self.interface.edition(edition)
        if edition not in self.editions_with(kind):
            raise UsageError(f"{self.title} {edition} has no {kind.value.replace('-', ' ')}.")
        return self.types[kind]

    def codec(self, edition: str) -> Asn1Codec:
        """The codec of all types of an edition; raises ``UsageError`` if there is no such edition."""
        if edition not in self._codecs:
            self._codecs[edition] = load_schema(self.interface.edition(edition).schema, self._records)
        return self._codecs[edition]

    def _spellings(self, kind: PayloadKind) -> _Spellings:
        """The editions that have the payload, those together that spell its type alike."""
        if kind not in self._spelt:
            editions: dict[Spelling, list[str]] = {}
            for edition in self.interface.editions:
                spelt = spelling(definitions(edition.schema), self.types[kind]) if kind in self.types else None
                if spelt is not None:
                    editions.setdefault(spelt, []).append(edition.edition)
            spellings = list(editions)
            families = tuple(
                _Family(
                    tuple(editions[spelt]),
                    frozenset(place for place, old in enumerate(spellings[:index]) if extends(spelt, old)),
                )
                for index, spelt in enumerate(spellings)
            )
            place = {edition: index for index, family in enumerate(families) for edition in family.editions}
            having = tuple(edition for edition in self.editions if edition in place)
            self._spelt[kind] = _Spellings(having, families, place, {})
        return self._spelt[kind]

    def _readings(
        self,
        spellings: _Spellings,
        kind: PayloadKind,
        octets: bytes,
        path: str,
        offset: int,
        among: tuple[str, ...] | None = None,
        conforming: bool = True,
    ) -> _Readings:
        """What each family reads; ``conforming`` leaves out those that do not accept the octets.

        Editions that spell the type alike read once; those that only add to one that knows all of the octets would
        read the same, and do not read at all. ``among`` limits the question to some editions.
        """
        readings: _Readings = []
        understood: list[int] = []
        for place, family in enumerate(spellings.families):
            reading: Decoded | None = None
            for older in understood:
                if older in family.extends:
                    reading = readings[older]
            asked = family.editions if among is None else [each for each in family.editions if each in among]
            if reading is None and asked:
                codec = self.codec(asked[0])
                read = codec.decode_conforming if conforming else codec.decode_lenient
                reading = read(self.types[kind], octets, path=path, offset=offset)
            if reading is not None and not reading.complaints and not reading.unknown_additions:
                understood.append(place)
            readings.append(reading)
        return readings

    def _foreign(
        self,
        kind: PayloadKind,
        octets: bytes,
        edition: str | None,
        accepting: tuple[str, ...],
        path: str,
        offset: int,
    ) -> DecodedPayload:
        """A payload of a service that the edition, or the whole model, does not offer."""
        name = kind.value.replace("-", " ")
        where = self.title if edition is None else f"{self.title} {edition}"
        complaint = Complaint(
            ComplaintKind.UNKNOWN_PROCEDURE,
            path,
            offset,
            0,
            f"{where} has no {name}",
            f"a service that {where} defines",
            name,
        )
        return DecodedPayload(self.key, kind, edition, None, octets, (complaint,), accepting)


def _accepting(readings: _Readings) -> tuple[int, ...]:
    """The places of the families that accept the octets."""
    conforming: list[int] = []
    knowing: list[int] = []
    for place, reading in enumerate(readings):
        if reading is not None and not (reading.complaints and _breaking(reading)):
            conforming.append(place)
            if not reading.unknown_additions:
                knowing.append(place)
    return tuple(knowing or conforming)


def _breaking(reading: Decoded) -> list[Complaint]:
    """The complaints of a reading that break the syntax."""
    return [complaint for complaint in reading.complaints if complaint.kind.breaks_syntax]


def _cleanest(spellings: _Spellings, accepting: tuple[int, ...], readings: _Readings) -> str:
    """The newest of the editions to which the sender kept in every respect, if there is any; else the newest."""
    clean = tuple(place for place in accepting if (reading := readings[place]) is not None and not reading.complaints)
    return spellings.editions_of(clean or accepting)[-1]


def _furthest(spellings: _Spellings, readings: _Readings) -> str | None:
    """The edition whose first complaint lies furthest into the octets, the newer of equals; None if there is none."""
    furthest: tuple[tuple[int, int], str] | None = None
    for edition in spellings.editions:
        reading = readings[spellings.place[edition]]
        if reading is None:
            continue
        breaking = _breaking(reading)
        far = (breaking[0].octet, -len(breaking))
        if furthest is None or far >= furthest[0]:
            furthest = (far, edition)
    return None if furthest is None else furthest[1]
