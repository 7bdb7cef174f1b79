"""What is declared of each flaw is fit to be quoted and shown."""

import re

import pytest

from oran_harness.peers.flaws import FLAWS, Flaw
from oran_harness.peers.reference import reference

each_flaw = pytest.mark.parametrize("flaw", FLAWS.values(), ids=FLAWS)
PREFIXES = {"near-rt-ric": "ric-", "e2-node": "node-", "o1-provider": "element-", "o1-manager": "manager-"}


@each_flaw
def test_what_is_declared(flaw: Flaw) -> None:
    """An id in kebab-case that begins with its role, a title that says what the peer does, a fault F1 to F41."""
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", flaw.id)
    assert flaw.id.startswith(PREFIXES[flaw.role])
    assert re.fullmatch(r"[A-Z][a-z]*s .*[^.]", flaw.title)
    assert flaw.field_fault is None or re.fullmatch(r"F([1-9]|[1-3][0-9]|4[01])", flaw.field_fault)


@each_flaw
def test_each_planting_is_a_peer_of_its_own(flaw: Flaw) -> None:
    """With the role of the peer that it is planted into, and a memory of its own."""
    first, second = flaw.wrap(reference(flaw.role)), flaw.wrap(reference(flaw.role))
    assert first is not second
    assert first.role is flaw.role
