"""From a profile to an adapter."""

from pathlib import Path

from oran_harness.adapters import Launch, Profile, RoleProfile, make_adapter
from oran_harness.adapters.present import PresentAdapter
from oran_harness.adapters.process_adapter import ProcessAdapter
from oran_harness.model import Role


def test_each_way_has_its_adapter() -> None:
    """A launch is a process, a class is loaded, all else is there already."""
    profile = Profile("alfa", "alfa", None, Path(), {})
    for role, kind in (
        (RoleProfile(Role.E2_NODE, launch=Launch(("true",), Path(), Path())), ProcessAdapter),
        (RoleProfile(Role.E2_NODE, listen="tcp://127.0.0.1:0"), PresentAdapter),
        (RoleProfile(Role.NEAR_RT_RIC, adapter="tests.adapters.test_python_adapter:Whole"), PresentAdapter),
    ):
        assert isinstance(make_adapter(profile, role, lambda line: None), kind)
