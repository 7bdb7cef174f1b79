"""The ways in which messages depart from the procedures."""

import re

from oran_harness.model.level import Level
from oran_harness.protocols.e2ap.engine import IrregularityKind as Kind
from oran_harness.protocols.e2ap.tables import editions
from tests.protocols.e2ap.engine import test_pairing, test_place
from tests.protocols.e2ap.engine.handlers import (
    test_assistance,
    test_audit,
    test_configuration,
    test_control,
    test_delete,
    test_error_indication,
    test_indication,
    test_load,
    test_modification,
    test_refusal,
    test_reset,
    test_service_update,
    test_setup,
    test_state_control,
    test_subscription,
)

MODULES = (
    test_pairing,
    test_place,
    test_setup,
    test_configuration,
    test_service_update,
    test_reset,
    test_error_indication,
    test_refusal,
    test_subscription,
    test_delete,
    test_modification,
    test_audit,
    test_state_control,
    test_indication,
    test_control,
    test_load,
    test_assistance,
)
OF_THE_END = {Kind.ENDED_WITHOUT_ANSWER, Kind.UNANSWERED_AT_END}
"""Shown firing and silent in test_association."""


def test_every_kind_is_shown_firing_and_silent() -> None:
    """A kind without a conversation that shows it, and one that does not, is not known to work."""
    shown = {row.kind for module in MODULES for row in module.ROWS}
    assert shown | OF_THE_END == set(Kind)


def test_every_kind_says_what_it_means() -> None:
    """Meaning, clause and weight; the docstring holds all three."""
    for kind in Kind:
        assert kind.level in (Level.MUST, Level.SHOULD, None)
        assert re.match(r"[\d(]", kind.clause), kind
        assert kind.__doc__ is not None
        assert kind.clause in kind.__doc__
        assert (kind.level.name if kind.level else "OPEN") in kind.__doc__
        assert kind.since in editions()


def test_values_are_stable_names() -> None:
    """A kind's value is its name in kebab case, so that it can be written down."""
    assert all(kind.value == kind.name.lower().replace("_", "-") for kind in Kind)
    assert Kind("second-answer") is Kind.SECOND_ANSWER


def test_what_the_facts_leave_open_is_open() -> None:
    """Points without a sentence in the text accuse nobody."""
    for kind in (
        Kind.SETUP_REPEATED,
        Kind.SETUP_REVISION_DIFFERS,
        Kind.FUNCTION_REJECTED,
        Kind.INDICATION_BEFORE_RESPONSE,
        Kind.ID_OF_EXISTING_SUBSCRIPTION,
        Kind.UPDATE_DIFFERS_FROM_QUERY,
        Kind.DELETE_OF_UNKNOWN_SUBSCRIPTION,
        Kind.UNANSWERED_AT_END,
    ):
        assert kind.level is None
