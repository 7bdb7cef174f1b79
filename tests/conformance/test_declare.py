"""A case is declared beside its body, once."""

import inspect

import pytest

from oran_harness.conformance.declare import CASES, case
from oran_harness.model import Level, Role
from oran_harness.steps import Peer


@pytest.fixture(autouse=True)
def restored(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("oran_harness.conformance.declare.CASES", {})


async def body(peer: Peer) -> None:
    await peer.pause(0)


def declare(id: str) -> None:
    case(id=id, title="T", clause="C", level=Level.MUST, under_test=Role.E2_NODE, needs=("association.fresh",))(body)


def test_a_declared_case_is_in_the_registry() -> None:
    """With its description, its body behind what it needs, and its module."""
    from oran_harness.conformance import declare as module

    declare("E2AP-TEST-001")
    found = module.CASES["E2AP-TEST-001"]
    assert (found.id, found.description.needs) == ("E2AP-TEST-001", ("association.fresh",))
    assert inspect.unwrap(found.body) is body
    assert found.module == __name__
    assert "E2AP-TEST-001" not in CASES


def test_an_id_is_used_once() -> None:
    """The error names both places."""
    declare("E2AP-TEST-001")
    with pytest.raises(ValueError, match="declared twice"):
        declare("E2AP-TEST-001")


@pytest.mark.parametrize("id", ["", "E2AP", "e2ap-setup-001", "E2AP-SETUP-1", "E2AP-SETUP-0001", "E2AP_SETUP-001"])
def test_an_id_has_its_shape(id: str) -> None:
    """Families in capitals and three digits."""
    with pytest.raises(ValueError, match="is no case id"):
        declare(id)
