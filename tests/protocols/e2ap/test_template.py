"""Indications for load, written from a template."""

from array import array
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from oran_harness.codec.asn1 import EncodeError
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.elements import RICrequestID
from oran_harness.protocols.e2ap.tables import editions
from oran_harness.protocols.e2ap.template import LONGEST, IndicationTemplate
from tests.protocols.e2ap.test_codec import INDICATION

OTHER = RICrequestID(ric_requestor_id=65535, ric_instance_id=1)


@pytest.mark.parametrize("edition", editions())
@pytest.mark.parametrize("size", [0, 1, 100, 127, 128, 300, LONGEST - 200, LONGEST, 16384, 40000])
def test_the_octets_are_the_codecs(edition: str, size: int) -> None:
    """Whatever is given anew, messages of all lengths included, those in fragments too."""
    template = IndicationTemplate(INDICATION, edition)
    changes: list[dict[str, Any]] = [
        {},
        {"request": OTHER},
        {"action": 255},
        {"number": 65535},
        {"message": bytes(size)},
        {"request": OTHER, "action": 0, "number": 0, "message": bytes(size)},
    ]
    names = {
        "request": "ric_request_id",
        "action": "ric_action_id",
        "number": "ric_indication_sn",
        "message": "ric_indication_message",
    }
    for each in changes:
        wanted = replace(INDICATION, **{names[name]: value for name, value in each.items()})
        assert template.written(**each) == codec(edition).encode(wanted)


def test_an_ie_that_the_template_lacks() -> None:
    """The codec puts it where it belongs."""
    template = IndicationTemplate(replace(INDICATION, ric_indication_sn=None), "2.03")
    assert template.written(number=7) == codec("2.03").encode(replace(INDICATION, ric_indication_sn=7))
    assert template.written() == codec("2.03").encode(replace(INDICATION, ric_indication_sn=None))


@pytest.mark.parametrize(
    "given",
    [
        {"number": 65536},
        {"number": -1},
        {"number": True},
        {"action": 256},
        {"action": False},
        {"message": "text"},
        {"message": array("I", [1, 2])},
        {"request": RICrequestID(True, 0)},
        {"request": RICrequestID(0, True)},
        {"request": SimpleNamespace(ric_requestor_id=1, ric_instance_id=2)},
    ],
)
def test_values_that_do_not_fit(given: dict[str, Any]) -> None:
    """As the codec says it."""
    with pytest.raises(EncodeError):
        IndicationTemplate(INDICATION, "2.03").written(**given)


def test_octets_of_other_kinds() -> None:
    """Octets count, not the items of what holds them."""
    template = IndicationTemplate(INDICATION, "2.03")
    for given in (bytearray(b"abcd"), memoryview(array("I", [1, 2])), memoryview(b"abcdef")[::2]):
        assert template.written(message=given) == template.written(message=bytes(given))  # type: ignore[arg-type]


def test_what_is_no_template() -> None:
    """An indication without a message, or too long."""
    with pytest.raises(EncodeError):
        IndicationTemplate(replace(INDICATION, ric_indication_message=None), "2.03")
    with pytest.raises(EncodeError, match="at most"):
        IndicationTemplate(replace(INDICATION, ric_indication_message=bytes(LONGEST)), "2.03")
