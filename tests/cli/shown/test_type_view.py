"""Octets of one type."""

import json

import pytest

from oran_harness.cli.encoding import encode_document
from oran_harness.cli.shown.terminal import Terminal
from oran_harness.cli.shown.type_view import TypeView, editions_with, schema
from oran_harness.model import UsageError
from tests.cli.messages import ACTION, TRIGGER

PLAIN = Terminal()


def test_the_newest_edition_that_accepts_is_shown() -> None:
    """Title, acceptance, tree."""
    shown = list(TypeView.of(TRIGGER, "E2SM-KPM-EventTriggerDefinition").lines(PLAIN))
    assert shown[:2] == [
        "E2SM-KPM-EventTriggerDefinition, 3 octets, read as E2SM-KPM 6.00",
        "Accepted by E2SM-KPM 2.03, 3.00, 4.00, 5.00, 6.00.",
    ]
    assert shown[-1] == "      0  08 03 e7                     reportingPeriod  1000"


def test_e2ap_is_searched_first() -> None:
    """A type of E2AP, then of the service models; a model limits the search."""
    assert editions_with("RICrequestID") == ("e2ap", ("1.01", "2.03", "3.01", "5.00", "7.00"))
    assert editions_with("E2SM-RC-ControlHeader") == ("rc", ("1.03", "5.00", "7.00"))
    assert editions_with("E2SM-KPM-ActionDefinition-Format5", "kpm")[0] == "kpm"
    with pytest.raises(UsageError, match="no type RICrequestID in E2SM-KPM"):
        editions_with("RICrequestID", "kpm")


def test_unknown_types_get_the_nearest() -> None:
    """A misspelt type is an error that names near ones."""
    with pytest.raises(UsageError, match=r"did you mean .*RICrequestID"):
        TypeView.of(b"\x00", "RICrequestId")


def test_an_edition_must_have_the_type() -> None:
    """An edition that is asked for is checked: that it is there, and that it has the type."""
    assert TypeView.of(TRIGGER, "E2SM-KPM-EventTriggerDefinition", "3.00").edition == "3.00"
    with pytest.raises(UsageError, match=r"no edition 9\.99"):
        TypeView.of(TRIGGER, "E2SM-KPM-EventTriggerDefinition", "9.99")
    with pytest.raises(UsageError, match="has no type"):
        TypeView.of(b"\x00", "RICqueryHeader", "1.01")


def test_refused_octets_are_shown_with_complaints() -> None:
    """By the edition with the least to say against them; by the one asked for, that one's acceptance counts."""
    view = TypeView.of(ACTION + b"\x00", "E2SM-KPM-ActionDefinition")
    assert not view.accepted
    assert "No edition of E2SM-KPM accepts these octets." in list(view.lines(PLAIN))[1]
    assert any("! the value ends before the octets do" in line for line in view.lines(PLAIN))
    assert not TypeView.of(b"\x00" * 5, "E2SM-KPM-IndicationHeader", "3.00").accepted
    assert TypeView.of(b"\x00" * 5, "E2SM-KPM-IndicationHeader", "2.03").accepted


def test_the_document_encodes_to_the_same_octets() -> None:
    """The command encode accepts what decode --type --json shows."""
    document = json.loads(json.dumps(TypeView.of(ACTION, "E2SM-KPM-ActionDefinition", "3.00").document()))
    assert document["edition"] == "3.00"
    assert encode_document(document) == ACTION


def test_schemas_are_those_of_the_interface() -> None:
    """E2AP's and the service models' codecs."""
    assert "E2AP-PDU" in schema("e2ap", "2.03").types
    assert "E2SM-RC-ControlHeader" in schema("rc", "1.03").types
