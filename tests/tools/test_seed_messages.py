"""The corpus has one good message of each kind."""

import pytest
from seed_messages import Seed, seeds

from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.messages import MESSAGES
from oran_harness.protocols.e2ap.procedures import PROCEDURES
from oran_harness.service_models import PayloadKind, service_model


def test_every_message_of_every_procedure_is_there() -> None:
    """Once, under its own name."""
    assert [type(seed.message) for seed in seeds()] == list(MESSAGES)
    assert {seed.message.PROCEDURE_CODE for seed in seeds()} == set(PROCEDURES)


@pytest.mark.parametrize("seed", seeds(), ids=lambda seed: seed.name)
def test_nothing_is_wrong_with_a_seed(seed: Seed) -> None:
    """Its octets conform in every respect, criticalities included, and give the message."""
    decoded = codec(seed.edition).decode(seed.octets)
    assert (decoded.complaints, decoded.message) == ((), seed.message)


def test_payloads_conform_to_their_service_models() -> None:
    """The octet strings are real ones."""
    by_name = {seed.name: seed.message for seed in seeds()}
    indication, control = by_name["RICindication"], by_name["RICcontrolRequest"]
    for model, kind, octets in (
        ("kpm", PayloadKind.INDICATION_HEADER, indication.ric_indication_header),  # type: ignore[attr-defined]
        ("kpm", PayloadKind.INDICATION_MESSAGE, indication.ric_indication_message),  # type: ignore[attr-defined]
        ("rc", PayloadKind.CONTROL_HEADER, control.ric_control_header),  # type: ignore[attr-defined]
        ("rc", PayloadKind.CONTROL_MESSAGE, control.ric_control_message),  # type: ignore[attr-defined]
    ):
        assert service_model(model).accepting(kind, octets)
