"""From a profile to an adapter."""

from pathlib import Path

import pytest

from oran_harness.adapters import Launch, PersonsAnswer, Profile, RoleProfile, StimulusStatus, make_adapter
from oran_harness.adapters.operator_adapter import OperatorAdapter
from oran_harness.adapters.present import PresentAdapter
from oran_harness.adapters.process_adapter import ProcessAdapter
from oran_harness.model import Role, UsageError


def test_each_way_has_its_adapter() -> None:
    """A launch is a process, a class is loaded, all else is there already."""
    profile = Profile("alfa", "alfa", None, Path(), {})
    for role, kind in (
        (RoleProfile(Role.E2_NODE, launch=Launch(("true",), Path(), Path())), ProcessAdapter),
        (RoleProfile(Role.E2_NODE, listen="tcp://127.0.0.1:0"), PresentAdapter),
        (RoleProfile(Role.NEAR_RT_RIC, adapter="tests.adapters.test_python_adapter:Whole"), PresentAdapter),
    ):
        assert isinstance(make_adapter(profile, role, lambda line: None), kind)


def test_a_person_has_to_be_there() -> None:
    """Where nobody can be asked, it is said at once."""

    async def person(request: str) -> PersonsAnswer:
        return PersonsAnswer(StimulusStatus.DONE)

    profile = Profile("alfa", "alfa", None, Path(), {})
    by_hand = RoleProfile(Role.E2_NODE, operator=True)
    assert isinstance(make_adapter(profile, by_hand, lambda line: None, person), OperatorAdapter)
    with pytest.raises(UsageError, match=r"alfa:e2-node is started and stimulated by a person .* run this at one"):
        make_adapter(profile, by_hand, lambda line: None)
