"""The laws of the codec for every type of every interface, with asn1tools and pycrate as witnesses."""

from collections import Counter
from collections.abc import Callable
from functools import cache, partial, reduce
from random import Random
from typing import Any

import asn1tools
import fuzz_codec
import pytest
from hypothesis import HealthCheck, given, settings

from oran_harness.codec.asn1 import Asn1Codec, load_parsed, load_schema
from oran_harness.codec.asn1.walker import RandomChooser
from oran_harness.resources import interface
from oran_harness.service_models import service_model
from tests.codec.asn1.everything import EVERYTHING
from tests.codec.asn1.pycrate_decoder import plain, pycrate_of, pycrate_of_body
from tests.codec.asn1.schemas import codec, for_asn1tools
from tests.codec.asn1.values import values

SCHEMAS = [(key, one.edition) for key in ("e2ap", "kpm", "rc", "ni") for one in interface(key).editions]
PAYLOADS = [
    (key, edition, type_name)
    for key in ("kpm", "rc", "ni")
    for edition in service_model(key).editions
    for type_name in service_model(key).types.values()
    if type_name in service_model(key).codec(edition).types
]
few = settings(max_examples=5, database=None, deadline=None, suppress_health_check=list(HealthCheck))
PYCRATE = {
    "empty": "no padding stands before a string of no length (X.691 11.9.3.3); pycrate expects some",
}
"""Why pycrate may read otherwise."""
ASN1TOOLS = {
    "nothing": "an outermost value without bits is one octet (X.691 11.1.3); asn1tools writes none",
    "float": "a REAL has its mantissa in the fewest octets (X.690 11.3.1); asn1tools writes a leading 00",
}
"""Why asn1tools may write otherwise, beside the reasons why it reads otherwise."""


@cache
def schema(key: str, edition: str) -> Asn1Codec:
    """A schema with dicts for records and octets in open types: what the other libraries have, too."""
    return load_schema(interface(key).edition(edition).schema)


def check_laws(one: Asn1Codec, type_name: str, value: Any) -> bytes:
    """decode(encode(v)) == v, and encode(decode(o)) == o for the octets that come of it."""
    octets = one.encode(type_name, value)
    again = one.decode(type_name, octets)
    assert again == value
    assert one.encode(type_name, again) == octets
    return octets


def agrees(read: Callable[[], Any], wanted: Any) -> bool:
    """Whether another library says the same; it may raise whatever it likes."""
    try:
        return bool(read() == wanted)
    except Exception:
        return False


def writing_reasons(value: Any, octets: bytes) -> set[str]:
    """Which reasons of ``ASN1TOOLS`` there are."""
    return {name for name, holds in (("nothing", octets == b"\0"), ("float", has_float(value))) if holds}


def has_float(value: Any) -> bool:
    """Whether there is a REAL in a value."""
    if isinstance(value, dict):
        return any(map(has_float, value.values()))
    return any(map(has_float, value)) if isinstance(value, tuple) else isinstance(value, float)


@pytest.mark.parametrize(("key", "edition"), SCHEMAS)
def test_every_type(key: str, edition: str) -> None:
    """Values by our generator come back, and to the same octets; asn1tools and pycrate read them so.

    asn1tools writes the same octets. Where one of them does not agree, there is a reason.
    """
    ours, third = schema(key, edition), pycrate_of(key, edition)
    theirs = asn1tools.compile_dict(load_parsed(interface(key).edition(edition).schema), "per")
    chooser = RandomChooser(Random(f"{key} {edition}"))
    agreed: Counter[str] = Counter()
    for type_name in sorted(ours.types):
        for _ in range(1 if key == "rc" else 2):
            value = ours.generate(type_name, chooser)
            octets = check_laws(ours, type_name, value)
            reasons = set(fuzz_codec.traits(ours.node(type_name), value))
            witnesses = {
                "read by asn1tools": (
                    agrees(partial(read_by_asn1tools, theirs, type_name, octets), fuzz_codec.plain(value)),
                    reasons,
                ),
                "written by asn1tools": (
                    agrees(partial(theirs.encode, type_name, for_asn1tools(value)), octets),
                    reasons | writing_reasons(value, octets),
                ),
            }
            if "." not in type_name:  # pycrate has one name for what several modules define
                read = agrees(partial(third.decode, type_name, octets), plain(value))
                witnesses["read by pycrate"] = (read, reasons & PYCRATE.keys())
            for name, (agree, excuses) in witnesses.items():
                assert agree or excuses, f"not {name}: {type_name} {octets.hex()}"
                agreed[name] += agree
    assert min(agreed.values()) > (0.9 if key == "rc" else 1.8) * len(ours.types), "the reasons are for few"


def read_by_asn1tools(theirs: Any, type_name: str, octets: bytes) -> Any:
    """In the form of ``fuzz_codec.plain``."""
    return fuzz_codec.plain(theirs.decode(type_name, octets))


@pytest.mark.parametrize(("key", "edition", "type_name"), PAYLOADS)
def test_payloads(key: str, edition: str, type_name: str) -> None:
    """The same by Hypothesis for the types that service models put into E2AP."""
    ours, third = schema(key, edition), pycrate_of(key, edition)

    @few
    @given(values(ours.node(type_name), 1))
    def check(value: Any) -> None:
        octets = check_laws(ours, type_name, value)
        reasons = set(fuzz_codec.traits(ours.node(type_name), value)) & PYCRATE.keys()
        assert reasons or third.decode(type_name, octets) == plain(value)

    check()


BEYOND_PYCRATE = {
    ",\n    ...,\n    end NULL": "members behind the second marker are the root's (X.680 25.3); pycrate drops them",
    '    single VisibleString (FROM ("x")),\n': "one character takes no bits (X.691 30.5.2); pycrate fails on it",
    ",\n    visible VisibleString (SIZE (0..1))": "below 16 bits there is no padding (30.5.7); pycrate expects some",
}
"""Parts of the schema that pycrate cannot judge, and why."""
KNOWN = reduce(lambda text, part: text.replace(part, ""), BEYOND_PYCRATE, EVERYTHING)


def test_what_pycrate_cannot_judge_is_left_out() -> None:
    """Each part is in the schema, and no longer in what is left of it."""
    assert [part for part in BEYOND_PYCRATE if EVERYTHING.count(part) != 1 or part in KNOWN] == []


@settings(max_examples=200, database=None, deadline=None)
@given(values(codec(KNOWN).node("Everything")))
def test_every_construct(value: Any) -> None:
    """The same for a schema with every construct that the codec knows."""
    octets = check_laws(codec(KNOWN), "Everything", value)
    reasons = set(fuzz_codec.traits(codec(KNOWN).node("Everything"), value)) & PYCRATE.keys()
    # Of an addition group that is absent pycrate does not tell the defaults.
    wanted = plain(value) if "first" in value else {name: one for name, one in plain(value).items() if name != "third"}
    assert reasons or pycrate_of_body(KNOWN).decode("Everything", octets) == wanted
