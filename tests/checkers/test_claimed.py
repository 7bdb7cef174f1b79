"""A note that tells what a vendor claims."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oran_harness.checkers.association import History
from oran_harness.checkers.claimed import Claimed, claimed_by, claims_note, unsettled
from oran_harness.drivers.setting import Setting
from oran_harness.model import Role
from oran_harness.steps import ClaimedModel, Claims

EDITION = st.from_regex(r"[0-9]{1,2}\.[0-9]{2}", fullmatch=True)
MODELS = st.lists(st.tuples(st.sampled_from(("KPM", "RC")), st.none() | EDITION), max_size=4)


@given(st.sampled_from(Role), st.text(max_size=20), st.lists(EDITION, max_size=4), MODELS)
def test_what_is_noted_is_read_again(
    role: Role, vendor: str, e2ap: list[str], models: list[tuple[str, str | None]]
) -> None:
    """Of a service model that is claimed several times all editions are; without an edition it claims none."""
    revisions: dict[str, tuple[str, ...]] = {}
    for name, edition in models:
        if edition is not None:
            revisions[name] = (*revisions.get(name, ()), edition)
    assert claimed_by(claims_note(role, vendor, e2ap, models)) == (role, Claimed(tuple(e2ap), revisions, vendor))


def test_the_setting_of_a_case_tells_claims_too() -> None:
    """A history of a run says what the profile claims."""
    claims = Claims(True, ("2.03",), (), (ClaimedModel("KPM", revision="3.00"),))
    setting = Setting(Role.E2_NODE, claims=claims).to_json()
    assert claimed_by(f"setting: {json.dumps(setting)}") == (Role.E2_NODE, Claimed(("2.03",), {"KPM": ("3.00",)}))


@given(st.none() | st.text() | st.text().map(lambda text: f"claims: {text}"))
def test_other_notes_claim_nothing(note: str | None) -> None:
    """Whatever they say."""
    assert claimed_by(note) is None


@pytest.mark.parametrize(
    "told",
    [
        [],
        {"role": "cook", "claims": {"e2ap": [], "service_models": []}},
        {"role": "e2-node"},
        {"role": "e2-node", "claims": {"e2ap": 3, "service_models": []}},
        {"role": "e2-node", "claims": {"e2ap": [], "service_models": ["KPM"]}},
        {"role": "e2-node", "claims": {"e2ap": [], "service_models": [{"name": "KPM"}]}},
    ],
)
def test_half_a_note_claims_nothing(told: object) -> None:
    """A history may come from anywhere."""
    assert claimed_by(f"claims: {json.dumps(told)}") is None


def test_a_note_of_great_length_is_not_read() -> None:
    """It would cost time, and no profile is that long."""
    assert claimed_by(claims_note(Role.E2_NODE, "a" * 70_000, (), ())) is None


def test_the_latest_claims_of_a_role_hold() -> None:
    """A later note stands for the product that comes then; other notes change nothing."""
    history = History()
    history.claim((Role.E2_NODE, Claimed(("1.01",))))
    history.claim((Role.E2_NODE, Claimed(("2.03",))))
    history.claim(None)
    assert history.claims == {Role.E2_NODE: Claimed(("2.03",))}


def test_what_is_missing_to_settle_it_is_said() -> None:
    """A finding that blames nobody says what it would take, or what both vendors announce."""
    node, ric = Claimed(("1.01",)), Claimed(("2.03", "3.01"))
    assert "the near-rt-ric and that of the e2-node announces" in unsettled({}, lambda each: each.e2ap)
    assert "the vendor of the near-rt-ric announces" in unsettled({Role.E2_NODE: node}, lambda each: each.e2ap)
    both = unsettled({Role.E2_NODE: node, Role.NEAR_RT_RIC: ric}, lambda each: each.e2ap)
    assert both == "; announced are 2.03, 3.01 by the near-rt-ric and 1.01 by the e2-node"
