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
    """Editions that spell a type alike; ``extends`` names the first edition of each family that they only add to."""

    editions: tuple[str, ...]
    extends: frozenset[str]


class ServiceModel:
    """What a service model's payloads are, in every edition that ``specs/`` holds.

    ``key`` names it there; ``types`` says which ASN.1 type a payload is, ``records`` which class each SEQUENCE
    becomes. Schemas load when first needed.
    """

    __slots__ = ("_codecs", "_editions_with", "_families", "_records", "key", "types")

    def __init__(self, key: str, types: Mapping[PayloadKind, str], records: Mapping[str, type]) -> None:
        self.key = key
        self.types = dict(types)
        self._records = dict(records)
        self._codecs: dict[str, Asn1Codec] = {}
        self._families: dict[PayloadKind, tuple[_Family, ...]] = {}
        self._editions_with: dict[PayloadKind, tuple[str, ...]] = {}

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
        if kind not in self._editions_with:
            having = {edition for family in self._alike(kind) for edition in family.editions}
            self._editions_with[kind] = tuple(edition for edition in self.editions if edition in having)
        return self._editions_with[kind]

    def decode(
        self, kind: PayloadKind, octets: bytes, edition: str | None = None, *, path: str = "", offset: int = 0
    ) -> DecodedPayload:
        """Read a payload leniently; raises nothing for any octets.

        Without an ``edition`` it is the newest that accepts the octets, one that finds all padding zero if there is
        such; else the one that gets furthest into them, the newer of equals. ``path`` and ``offset`` (in octets) say
        where the payload lies in its message. Raises ``UsageError`` for an edition that the model does not have.
        """
        editions = self.editions_with(kind)
        if edition is not None and edition not in editions:
            self.interface.edition(edition)
        readings = self._readings(kind, octets, editions, path, offset, conforming=True)
        # What is wrong with the octets is not asked of other editions than the one that is to read them.
        if not readings or (edition is not None and edition not in readings):
            readings = self._readings(kind, octets, editions, path, offset)
        if edition not in readings and (edition is not None or not readings):
            return self._foreign(kind, octets, edition, readings, path, offset)
        accepting = _accepting(readings)
        chosen = edition or (_cleanest(accepting, readings) if accepting else _furthest(readings))
        reading = readings[chosen]
        return _made(self.key, kind, chosen, reading.value, octets, reading.complaints, accepting)

    def accepting(self, kind: PayloadKind, octets: bytes, among: Iterable[str] | None = None) -> tuple[str, ...]:
        """The editions, oldest first, to which octets conform; padding is nobody's business but the sender's.

        An edition whose reader would have to skip extension additions that it does not know may read the octets,
        but whoever wrote them speaks a newer one: such editions are named only if no edition knows all additions.
        ``among`` limits the question to some editions.
        """
        asked = self.editions if among is None else tuple(among)
        editions = tuple(edition for edition in self.editions_with(kind) if edition in asked)
        return _accepting(self._readings(kind, octets, editions, "", 0, conforming=True))

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

    def _alike(self, kind: PayloadKind) -> tuple[_Family, ...]:
        """The editions that have the payload, those together that spell its type alike."""
        if kind not in self._families:
            editions: dict[Spelling, list[str]] = {}
            for edition in self.interface.editions:
                spelt = spelling(definitions(edition.schema), self.types[kind]) if kind in self.types else None
                if spelt is not None:
                    editions.setdefault(spelt, []).append(edition.edition)
            spellings = list(editions)
            self._families[kind] = tuple(
                _Family(
                    tuple(editions[spelt]),
                    frozenset(editions[old][0] for old in spellings[:index] if extends(spelt, old)),
                )
                for index, spelt in enumerate(spellings)
            )
        return self._families[kind]

    def _readings(
        self,
        kind: PayloadKind,
        octets: bytes,
        editions: tuple[str, ...],
        path: str,
        offset: int,
        conforming: bool = False,
    ) -> dict[str, Decoded]:
        """What each edition reads, oldest edition first; ``conforming`` leaves out those that do not accept the octets.

        Editions that spell the type alike read once; those that only add to one that knows all of the octets would
        read the same, and do not read at all.
        """
        readings: dict[str, Decoded | None] = dict.fromkeys(editions)
        understood: dict[str, Decoded] = {}
        everything = editions is self._editions_with.get(kind)
        for family in self._alike(kind):
            asked = family.editions if everything else [each for each in family.editions if each in readings]
            if not asked:
                continue
            reading: Decoded | None = None
            for older in family.extends & understood.keys() if understood else ():
                reading = understood[older]
            if reading is None:
                codec = self.codec(asked[0])
                read = codec.decode_conforming if conforming else codec.decode_lenient
                reading = read(self.types[kind], octets, path=path, offset=offset)
                if reading is None:
                    continue
            if not reading.complaints and not reading.unknown_additions:
                understood[family.editions[0]] = reading
            for edition in asked:
                readings[edition] = reading
        return {edition: reading for edition, reading in readings.items() if reading is not None}

    def _foreign(
        self,
        kind: PayloadKind,
        octets: bytes,
        edition: str | None,
        readings: Mapping[str, Decoded],
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
        return DecodedPayload(self.key, kind, edition, None, octets, (complaint,), _accepting(readings))


def _accepting(readings: Mapping[str, Decoded]) -> tuple[str, ...]:
    conforming = [edition for edition, reading in readings.items() if not _breaking(reading)]
    knowing = [edition for edition in conforming if not readings[edition].unknown_additions]
    return tuple(knowing or conforming)


def _breaking(reading: Decoded) -> list[Complaint]:
    """The complaints of a reading that break the syntax."""
    return [complaint for complaint in reading.complaints if complaint.kind.breaks_syntax]


def _cleanest(accepting: tuple[str, ...], readings: Mapping[str, Decoded]) -> str:
    """The newest of the editions to which the sender kept in every respect, if there is any."""
    return max(accepting, key=lambda edition: (not readings[edition].complaints, accepting.index(edition)))


def _furthest(readings: Mapping[str, Decoded]) -> str:
    """The edition whose first complaint lies furthest into the octets, the newer of equals."""
    editions = list(readings)
    breaking = {edition: _breaking(reading) for edition, reading in readings.items()}
    return max(
        editions,
        key=lambda edition: (breaking[edition][0].octet, -len(breaking[edition]), editions.index(edition)),
    )
