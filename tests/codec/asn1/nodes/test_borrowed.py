"""Types that asn1tools decodes and encodes."""

import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.codec.asn1.schemas import codec, complaints, hexed, misfit, reference

TYPES = ("OBJECT IDENTIFIER", "UTCTime", "GeneralizedTime", "DATE", "TIME-OF-DAY", "DATE-TIME")


def test_object_identifiers() -> None:
    """The octets of X.690 8.19 behind their number; the value is the dotted text."""
    assert hexed("T ::= OBJECT IDENTIFIER", "1.3.6.1.4.1.53148.1.2.2.2") == "0c2b06010401839f1c01020202"


def test_arcs_below_joint_iso_itu_t() -> None:
    """X.690 8.19.4: the first two arcs are one number, 40 times the first and the second: 2.999 is 1079, 88 37."""
    assert hexed("T ::= OBJECT IDENTIFIER", "2.999.3") == "03883703"
    assert hexed("T ::= OBJECT IDENTIFIER", "2.0") == "0150"
    assert hexed("T ::= OBJECT IDENTIFIER", "1.39") == "014f"


def test_times() -> None:
    """The times of asn1tools come back, on our reader and writer as on its own."""
    moment = datetime.datetime(2022, 8, 19, 1, 2, 3, tzinfo=datetime.UTC)
    values = {
        "UTCTime": moment.replace(tzinfo=None),
        "GeneralizedTime": moment.replace(tzinfo=None),
        "DATE": moment.date(),
        "TIME-OF-DAY": moment.time(),
        "DATE-TIME": moment.replace(tzinfo=None),
    }
    for name, value in values.items():
        body = f"T ::= {name}"
        assert hexed(body, value) == bytes(reference(body).encode("T", value)).hex()


def test_years_in_all_forms() -> None:
    """DATE has small and large years, written as bit-fields, octets and numbers without bounds."""
    for year in (1, 1748, 1800, 2010, 2100, 9999):
        day = datetime.date(year, 1, 2)
        assert hexed("T ::= DATE", day) == bytes(reference("T ::= DATE").encode("T", day)).hex()


@settings(max_examples=150, database=None, deadline=None)
@given(st.sampled_from(TYPES), st.binary(max_size=20))
def test_any_octets(name: str, octets: bytes) -> None:
    """Whatever asn1tools raises at octets becomes a complaint."""
    for kind, _ in complaints(f"T ::= {name}", octets):
        assert kind in ("malformed", "truncated", "trailing-octets", "padding")


def test_values_that_do_not_fit() -> None:
    """Whatever asn1tools raises at a value becomes an EncodeError."""
    for name in TYPES:
        assert "no " in misfit(f"T ::= {name}", object())
    assert codec("T ::= UTCTime").types == {"T"}
