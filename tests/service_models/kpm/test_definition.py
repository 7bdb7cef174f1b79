"""What a KPM function definition announces."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.service_models.kpm.definition import announced
from oran_harness.service_models.kpm.elements import (
    E2SM_KPM_RANfunction_Description,
    RIC_FundamentalLevelReportStyle_Item,
    RIC_IntegratedReportStyle_Item,
)
from oran_harness.service_models.kpm.model import KPM
from oran_harness.service_models.payload import DecodedPayload, PayloadKind
from tests.service_models.recorded import captured
from tests.service_models.samples import KPM_OID, kpm_definition

DEFINITION = PayloadKind.FUNCTION_DEFINITION
OCTETS = KPM.encode(DEFINITION, kpm_definition(), "6.00")


def payload(value: object) -> DecodedPayload:
    """A definition as it would be decoded."""
    return DecodedPayload("kpm", DEFINITION, "6.00", value, b"")


def test_styles_and_measurements() -> None:
    """Names, IDs and formats of each style are there, by number."""
    function = announced(KPM.decode(DEFINITION, OCTETS))
    assert function is not None
    assert (function.short_name, function.oid, function.instance) == ("ORAN-E2SM-KPM", KPM_OID, None)
    assert function.trigger_formats == {1: 1}
    assert function.complete
    style = function.style(1)
    assert style is not None
    assert (style.action_format, style.header_format, style.message_format) == (1, 1, 1)
    assert style.names == {"DRB.UEThpDl", "RRU.PrbTotDl"}
    assert style.ids == {7: "DRB.UEThpDl"}
    assert function.style(2) is None


def test_what_a_style_offers() -> None:
    """A measurement may be asked for by its name, or by an ID that was announced."""
    function = announced(KPM.decode(DEFINITION, OCTETS))
    assert function is not None
    style = function.styles[0]
    assert style.offers(("measName", "RRU.PrbTotDl"))
    assert style.offers(("measID", 7))
    assert not style.offers(("measName", "RRU.PrbTotUl"))
    assert not style.offers(("measID", 8))


def test_what_any_style_lists() -> None:
    """A function lists what one of its styles does; _Filter at the end of a name makes no difference."""
    function = announced(KPM.decode(DEFINITION, OCTETS))
    assert function is not None
    assert function.lists(("measName", "RRU.PrbTotDl"))
    assert function.lists(("measName", "RRU.PrbTotDl_Filter"))
    assert function.lists(("measID", 7))
    assert not function.lists(("measName", "RRU.PrbTotUl"))
    assert not function.lists(("measID", 8))


def test_integrated_styles() -> None:
    """Style 255 names the styles that its jobs may be of."""
    jobs = (RIC_FundamentalLevelReportStyle_Item(1), RIC_FundamentalLevelReportStyle_Item(4))
    item = RIC_IntegratedReportStyle_Item(255, "Multiple report measurements", 255, 1, 255, jobs)
    name = kpm_definition().ran_function_name
    definition = E2SM_KPM_RANfunction_Description(name, ric_integrated_report_style_list=(item,))
    function = announced(payload(definition))
    assert function is not None
    assert function.trigger_formats == {}
    assert function.styles[0].jobs == {1, 4}
    assert function.styles[0].names == frozenset()


def test_a_broken_definition_is_not_complete() -> None:
    """What could not be read may be what is missing; nothing but a definition announces anything."""
    function = announced(KPM.decode(DEFINITION, OCTETS[:-2]))
    assert function is not None
    assert not function.complete
    assert announced(payload(None)) is None


@given(st.integers(0, len(OCTETS) - 1), st.integers(1, 255))
@settings(max_examples=100, database=None, deadline=None)
def test_nothing_raises(place: int, change: int) -> None:
    """A definition with one octet changed or cut off announces what could be read of it."""
    changed = bytes(octet ^ change * (index == place) for index, octet in enumerate(OCTETS))
    for octets in (changed, OCTETS[:place]):
        decoded = KPM.decode(DEFINITION, octets, "6.00")
        function = announced(decoded)
        assert function is None or function.complete == decoded.conforms


def test_functions_of_the_captures(reference: Path) -> None:
    """FlexRIC's nodes offer style 4 with some measurements or no style, e2sim all five styles with nine each."""
    found: dict[str, set[tuple[tuple[int, int, int], ...]]] = {}
    for one in captured(reference):
        if one.kind is DEFINITION and one.function == 2:
            function = announced(KPM.decode(one.kind, one.octets))
            assert function is not None
            assert function.complete
            found.setdefault(one.file[:12], set()).add(
                tuple((style.style, len(style.names), len(style.ids)) for style in function.styles)
            )
    assert found == {
        "e2sim-node_f": {tuple((style, 9, 9) for style in range(1, 6))},
        "flexric-e2ap": {((4, 7, 0),), ((4, 2, 0),), ((4, 5, 0),)},
        "flexric-node": {()},
    }
