"""From a profile to an adapter."""

import math
from pathlib import Path

import pytest

from oran_harness.adapters import Launch, PersonsAnswer, Profile, RoleProfile, StimulusStatus, make_adapter
from oran_harness.adapters.bounded import Patience
from oran_harness.adapters.endpoint import endpoint_of
from oran_harness.adapters.grpc import GrpcAdapter
from oran_harness.adapters.hosted_adapter import HostedAdapter
from oran_harness.adapters.making import patience_with
from oran_harness.adapters.operator_adapter import OperatorAdapter
from oran_harness.adapters.present import PresentAdapter
from oran_harness.adapters.process_adapter import ProcessAdapter
from oran_harness.model import Role, UsageError

URI = "grpc://127.0.0.1:4711"


def test_each_way_has_its_adapter() -> None:
    """A launch is a process, a class has one of its own, a URI is called, all else is there already."""
    profile = Profile("alfa", "alfa", None, Path(), {})
    for role, kind in (
        (RoleProfile(Role.E2_NODE, launch=Launch(("true",), Path(), Path())), ProcessAdapter),
        (RoleProfile(Role.E2_NODE, listen="tcp://127.0.0.1:0"), PresentAdapter),
        (RoleProfile(Role.NEAR_RT_RIC, adapter="alfa:Adapter"), HostedAdapter),
        (RoleProfile(Role.NEAR_RT_RIC, adapter=URI, endpoint=endpoint_of(URI, Path())), GrpcAdapter),
    ):
        assert isinstance(make_adapter(profile, role, lambda line: None), kind)


def test_how_long_calls_may_take() -> None:
    """As the profile says of an adapter; a class has to be loaded first. What we start ourselves bounds itself."""
    asked = {"ready_timeout_s": 7.0, "stop_timeout_s": 3.0, "stimulus_timeout_s": 2.0}
    remote = patience_with(RoleProfile(Role.E2_NODE, adapter=URI, endpoint=endpoint_of(URI, Path()), **asked))
    assert (remote.start, remote.stop, remote.stimulate, remote.describe) == (7, 3, 2, 10)
    hosted = patience_with(RoleProfile(Role.E2_NODE, adapter="alfa:Adapter", **asked))
    assert (hosted.start, hosted.stop, hosted.stimulate, hosted.describe) == (37, 3, 2, 40)
    assert patience_with(RoleProfile(Role.E2_NODE, listen="tcp://127.0.0.1:0")) == Patience()
    by_hand = patience_with(RoleProfile(Role.E2_NODE, operator=True))
    assert (by_hand.start, by_hand.stop, by_hand.stimulate) == (math.inf,) * 3


def test_a_person_has_to_be_there() -> None:
    """Where nobody can be asked, it is said at once."""

    async def person(request: str) -> PersonsAnswer:
        return PersonsAnswer(StimulusStatus.DONE)

    profile = Profile("alfa", "alfa", None, Path(), {})
    by_hand = RoleProfile(Role.E2_NODE, operator=True)
    assert isinstance(make_adapter(profile, by_hand, lambda line: None, person), OperatorAdapter)
    with pytest.raises(UsageError, match=r"alfa:e2-node is started and stimulated by a person .* run this at one"):
        make_adapter(profile, by_hand, lambda line: None)
