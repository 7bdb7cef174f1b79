"""Actions and messages of report style 255."""

import pytest

from oran_harness.codec.asn1 import EncodeError
from oran_harness.model.errors import UsageError
from oran_harness.service_models import PayloadKind, format_of, style_of
from oran_harness.service_models.kpm.build import (
    action_definition,
    indication_message,
    job,
    job_message,
    multiple_action_definition,
    multiple_indication_message,
)
from tests.service_models.kpm.build.read import value

ACTION, MESSAGE = PayloadKind.ACTION_DEFINITION, PayloadKind.INDICATION_MESSAGE
OWN = action_definition(1, edition="3.00")
REPORT = indication_message([[1]], "3.00")


@pytest.mark.parametrize("edition", ["5.00", "6.00"])
def test_actions(edition: str) -> None:
    """Style and format 255, of definitions that were built for any edition."""
    definition = value("kpm", ACTION, multiple_action_definition([job(1, OWN), job(2)], edition, common=OWN), edition)
    assert (style_of(definition), format_of(definition)) == (255, 255)


@pytest.mark.parametrize("edition", ["5.00", "6.00"])
def test_messages(edition: str) -> None:
    """Together in format 255, or one in its own format with its Job ID."""
    assert format_of(value("kpm", MESSAGE, multiple_indication_message([(1, REPORT)], edition), edition)) == 255
    alone = value("kpm", MESSAGE, job_message(9, REPORT, edition), edition)
    assert (format_of(alone), alone.job_id) == (1, 9)


def test_what_cannot_be_built() -> None:
    """Earlier editions have no jobs, a Job ID is at most 65,535, and a job is made of a KPM payload."""
    with pytest.raises(EncodeError):
        multiple_action_definition([job(1, OWN)], "4.00")
    with pytest.raises(EncodeError):
        multiple_action_definition([job(65_536, OWN)], "5.00")
    with pytest.raises(UsageError, match="no action definition"):
        job(1, b"\xff\xff")
    with pytest.raises(UsageError, match="no indication message"):
        job_message(1, b"\xff\xff", "5.00")
