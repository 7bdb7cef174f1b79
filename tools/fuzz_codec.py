"""Hold mutated octets against the nodes and against asn1tools: ``python tools/fuzz_codec.py --messages 1000000``.

Values of every type that a service model's payloads have, and messages of E2AP, are made by chance, encoded, also with
one thing in them that breaks the type, and mutated. Whatever the octets, nothing but a decode error may be raised; the
generated functions must read what the nodes read, and refuse what they refuse; what is accepted must come out of
asn1tools as the same value, or with a reason of ``REASONS``. The exit code is 1 if anything else was seen.
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from oran_harness.codec.asn1 import Asn1Codec, BitString, DecodeError, load_schema
from oran_harness.codec.asn1.codec import finish
from oran_harness.codec.asn1.fault import Fault
from oran_harness.codec.asn1.nodes.bit_string import BitStringNode
from oran_harness.codec.asn1.nodes.character_string import CharacterString
from oran_harness.codec.asn1.nodes.choice import Choice
from oran_harness.codec.asn1.nodes.node import Node
from oran_harness.codec.asn1.nodes.null import Null
from oran_harness.codec.asn1.nodes.octet_string import OctetString
from oran_harness.codec.asn1.nodes.open_type import OpenType
from oran_harness.codec.asn1.nodes.real import Real
from oran_harness.codec.asn1.nodes.recursive import Recursive
from oran_harness.codec.asn1.nodes.sequence import Sequence
from oran_harness.codec.asn1.nodes.sequence_of import SequenceOf
from oran_harness.codec.asn1.reader import Reader
from oran_harness.codec.asn1.walker import RandomChooser
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.regular import PDU
from oran_harness.protocols.e2ap.tables import editions
from oran_harness.resources import interface
from oran_harness.service_models import service_model

REASONS = {
    "padding": "padding is zero bits (11.1.4); asn1tools accepts any",
    "empty": "no padding stands before a string of no length (X.691 11.9.3.3); asn1tools expects some",
    "outside": "a size outside of an extensible root is a length of its own (17.3, 20.4, 30.4); asn1tools has none",
    "null": "a NULL in an open type takes one octet (11.1.4); asn1tools expects none",
    "earlier": "additions may be absent before one that is present (19.8); asn1tools reads others then",
    "real": "a REAL may have base 8 or 16, a scale factor, or decimal digits (X.690 8.5.7, 8.5.8), be too large for a "
    "float, or as small as one can be; asn1tools reads few",
    "unknown": "additions that a schema does not know are skipped, however many (19.9); asn1tools fails on some",
}


@dataclass(frozen=True)
class Subject:
    """A type whose octets are mutated."""

    name: str
    schema: Asn1Codec
    type_name: str
    reference: Any


@cache
def subjects() -> list[Subject]:
    """The payloads of all service models, in the oldest and the newest edition."""
    import asn1tools

    found = []
    for key in ("kpm", "rc", "ni"):
        model = service_model(key)
        for edition in dict.fromkeys((model.editions[0], model.editions[-1])):
            paths = interface(key).edition(edition).schema
            schema, reference = load_schema(paths), asn1tools.compile_files([str(path) for path in paths], "per")
            found += [
                Subject(f"{key} {edition} {type_name}", schema, type_name, reference)
                for type_name in model.types.values()
                if type_name in schema.types
            ]
    return found


def mutated(octets: bytes, chance: Random) -> bytes:
    """Octets with a few changes."""
    changed = bytearray(octets)
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        place = chance.randrange(len(changed) + 1)
        how = chance.randrange(6)
        if how == 0:
            del changed[place : place + chance.choice((1, 2, 1000))]
        elif how == 1:
            changed[place:place] = chance.randbytes(chance.choice((1, 2, 9)))
        elif how == 2:
            changed[place:place] = changed[:place][-chance.randrange(1, 9) :]
        elif place < len(changed):
            changed[place] = (
                changed[place] ^ 1 << chance.randrange(8) if how < 5 else chance.choice(b"\0\1\x7f\x80\xc4\xff")
            )
    return bytes(changed)


def with_other_criticalities(schema: Asn1Codec, octets: bytes, chance: Random) -> bytes:
    """A message with other values, legal or not, in some of its criticalities."""
    places = list(schema.criticality_bits(PDU, octets).values())
    changed = bytearray(octets)
    for bit in chance.sample(places, chance.randint(min(1, len(places)), len(places))):
        changed[bit >> 3] ^= chance.choice((1, 2, 3)) << 6 - (bit & 7)
    return bytes(changed)


def judge(subject: Subject, octets: bytes) -> str:
    """What came of octets: ``refused``, ``accepted``, a reason, or what is wrong in a sentence."""
    node = subject.schema.node(subject.type_name)
    swift, full = _read(subject.schema, subject.type_name, octets), _read_by_node(node, octets)
    if repr(swift) != repr(full):
        return f"read as {swift!r} by generated code, as {full!r} by the nodes"
    conforming = subject.schema.decode_conforming(subject.type_name, octets)
    lenient = subject.schema.decode_lenient(subject.type_name, octets)
    if (conforming is None) != any(complaint.kind.breaks_syntax for complaint in lenient.complaints):
        return f"said to conform by one way, and not to by another: {full!r}"
    if bool(lenient.complaints) != isinstance(full, DecodeError):
        return f"accepted strictly, and not leniently, or the other way round: {full!r}"
    if conforming is None:
        return "refused"
    padded, full = isinstance(full, DecodeError), lenient.value
    try:
        theirs = subject.reference.decode(subject.type_name, octets)
    except Exception as error:
        theirs = error
    if plain(theirs) == plain(full):
        return "padding" if padded else "accepted"
    if isinstance(theirs, OverflowError) or (isinstance(theirs, Exception) and "REAL" in str(theirs)):
        return "real"
    unknown = bool(conforming.unknown_additions)
    reasons = {*traits(node, full), *(["unknown"] if unknown else [])}
    return min(reasons) if reasons else f"read as {full!r}, by asn1tools as {theirs!r}"


def _read(schema: Asn1Codec, type_name: str, octets: bytes) -> Any:
    """The value, or the complaint."""
    try:
        return schema.decode(type_name, octets)
    except DecodeError as error:
        return error


def _read_by_node(node: Node, octets: bytes) -> Any:
    """The same without generated functions."""
    reader = Reader(octets)
    try:
        value = node.decode(reader)
        finish(reader)
    except Fault as fault:
        return DecodeError(fault.complaint(""))
    return value


def plain(value: Any) -> Any:
    """A value of either library in one form."""
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, BitString):
        return (value.octets, value.length)
    if isinstance(value, tuple) and len(value) == 2 and isinstance(value[0], str):
        return (value[0], plain(value[1]))
    if isinstance(value, list | tuple) and not (len(value) == 2 and isinstance(value[0], bytes)):
        return [plain(one) for one in value]
    if isinstance(value, float) and value != value:
        return "not a number"  # which equals nothing, not even itself
    return None if value is True else value


def traits(node: Node, value: Any) -> Iterator[str]:
    """Which of ``REASONS`` a value has."""
    if isinstance(node, OpenType | Recursive):
        if isinstance(node.inner, Null):
            yield "null"
        yield from traits(node.inner, value)
    elif isinstance(node, OctetString | BitStringNode | CharacterString):
        length = value.length if isinstance(value, BitString) else len(value)
        if node.size.extensible and not node.size.bounds.allows(length):
            yield "outside"
        if not length and node.size.fixed is None:
            yield "empty"
    elif isinstance(node, SequenceOf):
        if node.size.extensible and not node.size.bounds.allows(len(value)):
            yield "outside"
        for one in value:
            yield from traits(node.element, one)
    elif isinstance(node, Real):
        if 0 < abs(value) < sys.float_info.min:
            yield "real"  # its power of two alone is too small for a float
    elif isinstance(node, Choice):
        name, content = value
        _, _, inner = node.indices.get(name, (False, 0, Null()))
        yield from traits(inner, content)
    elif isinstance(node, Sequence):
        yield from _traits_of_members(node, value)


def _traits_of_members(node: Sequence, value: dict[str, Any]) -> Iterator[str]:
    for key, inner, _, _ in node.members.entries:
        if value.get(key) is not None:
            yield from traits(inner, value[key])
    absent = False
    for _, key, outer, members in node.additions.entries:
        keys = [key] if key else [one for one, *_ in members.entries]
        if all(value.get(one) is None for one in keys):
            absent = True
            continue
        if absent:
            yield "earlier"
        if key:
            yield from traits(outer, value[key])
        else:
            for one, inner, _, _ in members.entries:
                if value.get(one) is not None:
                    yield from traits(inner, value[one])


def judge_message(edition: str, octets: bytes) -> str:
    """The same for a message of E2AP, which asn1tools does not know as a whole."""
    reader = codec(edition)
    swift, full = reader.decode(octets), reader.decode_in_full(octets)
    if swift != full or swift.ies != full.ies:
        return f"{edition}: read as {swift!r} by generated code, as {full!r} in full"
    return "accepted" if swift.conforms else "refused"


def variants(schema: Asn1Codec, type_name: str, chance: Random) -> list[bytes]:
    """A value by chance, the same with something illegal in it, and mutations of both."""
    chooser = RandomChooser(chance)
    value = schema.generate(type_name, chooser)
    octets = schema.encode(type_name, value)
    found = [octets]
    for _ in range(3):
        found.append(schema.encode_illegal(type_name, schema.spoil(type_name, value, chooser).value))
    # What is illegal already seldom becomes legal.
    found += [mutated(each, chance) for each in found[1:]]
    return found + [mutated(octets, chance) for _ in range(20 - len(found))]


def run(messages: int, seed: int, progress: bool) -> tuple[Counter[str], list[str]]:
    """Judge so many; returns how often each outcome came, and what is wrong with which octets."""
    from seed_messages import seeds

    chance = Random(seed)
    found = subjects()
    plain_messages = [(edition, each.octets) for each in seeds() for edition in editions()]
    counts: Counter[str] = Counter()
    wrong: list[str] = []
    begun = time.monotonic()
    done = 0
    while done < messages:
        kind = chance.randrange(8)
        if kind < 5:
            subject = chance.choice(found)
            octets = variants(subject.schema, subject.type_name, chance)
            outcomes = [(subject.name, each, judge(subject, each)) for each in octets]
        elif kind == 5:
            edition, whole = chance.choice(plain_messages)
            other = [with_other_criticalities(codec(edition).schema, whole, chance) for _ in range(4)]
            octets = [whole, *other, *(mutated(each, chance) for each in other for _ in range(4))]
            outcomes = [(f"E2AP {edition}", each, judge_message(edition, each)) for each in octets]
        else:
            edition = chance.choice(editions())
            octets = variants(codec(edition).schema, PDU, chance)
            octets += [with_other_criticalities(codec(edition).schema, octets[0], chance) for _ in range(4)]
            outcomes = [(f"E2AP {edition}", each, judge_message(edition, each)) for each in octets]
        for name, each, outcome in outcomes:
            known = outcome in REASONS or outcome in ("accepted", "refused")
            counts[outcome if known else "wrong"] += 1
            if not known:
                wrong.append(f"{name} {each.hex()}: {outcome}")
                if progress:
                    print(wrong[-1][:2000], file=sys.stderr, flush=True)
        done += len(outcomes)
        if progress and done % 20_000 < len(outcomes):
            print(f"{done} messages, {time.monotonic() - begun:.0f} s: {dict(counts)}", file=sys.stderr, flush=True)
    return counts, wrong


def main() -> int:
    """Fuzz, and say what was seen; returns the exit code of the process."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--messages", type=int, default=20_000)
    options.add_argument("--seed", type=int, default=1)
    arguments = options.parse_args()
    counts, wrong = run(arguments.messages, arguments.seed, True)
    for outcome, count in sorted(counts.items()):
        print(f"{count:>9} {outcome}{f': {REASONS[outcome]}' if outcome in REASONS else ''}")
    for line in wrong[:20]:
        print(line[:2000])
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
