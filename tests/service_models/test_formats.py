"""Which format and style a payload is of."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oran_harness.service_models.formats import alternative_of, content_of, format_of, style_of
from oran_harness.service_models.kpm.elements import E2SM_KPM_ActionDefinition
from oran_harness.service_models.ni.elements import E2SM_NI_ActionDefinition, E2SM_NI_ActionDefinition_Format2
from oran_harness.service_models.rc.elements import (
    E2SM_RC_IndicationHeader,
    E2SM_RC_IndicationHeader_Format2,
    E2SM_RC_QueryDefinition,
)
from tests.service_models.samples import (
    NO_LABEL,
    UE_DU,
    control_header,
    control_message,
    kpm_definition,
    measurement,
    message_1,
    message_3,
    style_1,
    style_5,
    trigger,
)


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (trigger(100), 1),
        (style_1(measurement("A")), 1),
        (style_5(UE_DU, UE_DU), 5),
        (message_1(1), 1),
        (message_3(UE_DU), 3),
        (control_header(), 1),
        (control_message(), 1),
        (E2SM_RC_QueryDefinition(("queryRequest-Format1", None)), 1),
        (E2SM_KPM_ActionDefinition(255, ("actionDefinition-Format255", None)), 255),
        (("indicationHeader-Format1", None), 1),
        (E2SM_NI_ActionDefinition(1, ("actionDefinition-Format2", E2SM_NI_ActionDefinition_Format2())), 2),
        (kpm_definition(), None),
        (NO_LABEL, None),
        (None, None),
    ],
)
def test_the_format_is_the_number_in_the_name_of_the_alternative(value: object, number: int | None) -> None:
    """Payloads with a CHOICE of formats have the number of the chosen one, others none."""
    assert format_of(value) == number


def test_an_alternative_of_a_newer_edition_has_no_number() -> None:
    """What the edition does not know is there, and is of no known format."""
    value = E2SM_KPM_ActionDefinition(1, ("unknown-7", b"\0"))
    assert alternative_of(value) == ("unknown-7", b"\0")
    assert format_of(value) is None
    assert content_of(value) == b"\0"


def test_the_style_stands_before_or_inside_the_format() -> None:
    """Action definitions name their style first, control headers and insert headers in their format."""
    insert = E2SM_RC_IndicationHeader(("indicationHeader-Format2", E2SM_RC_IndicationHeader_Format2(UE_DU, 3, 1)))
    assert style_of(style_5(UE_DU, UE_DU)) == 5
    assert style_of(control_header(style=2)) == 2
    assert style_of(insert) == 3
    assert style_of(message_1(1)) is None
    assert style_of(None) is None


@given(st.none() | st.integers() | st.text() | st.tuples(st.text(), st.none()))
@settings(max_examples=50, database=None, deadline=None)
def test_anything_may_be_asked(value: object) -> None:
    """A value that could not be read, or is of another type, has neither format nor style."""
    assert format_of(value) is None
    assert style_of(value) is None
