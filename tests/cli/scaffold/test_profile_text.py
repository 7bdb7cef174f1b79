"""The profile of a new vendor."""

import tomllib
from pathlib import Path

import pytest

from oran_harness.adapters.profile_reader import profile_of
from oran_harness.cli.scaffold.profile_text import KINDS, profile_text
from oran_harness.model import Role


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_reached_in_its_way(kind: str) -> None:
    """The profile has no problems, claims something in each role, and has the one way that was asked for."""
    document = tomllib.loads(profile_text("alfa", kind, list(Role.ends_of("e2"))))
    profile = profile_of(document, Path())
    assert (profile.name, list(profile.roles)) == ("alfa", list(Role.ends_of("e2")))
    for role in profile.roles.values():
        ways = {
            "command": role.launch is not None and role.launch.container is None,
            "container": role.launch is not None and role.launch.container is not None,
            "adapter": role.adapter is not None and role.endpoint is None,
            "grpc": role.endpoint is not None,
            "operator": role.operator,
            "wire": (role.address or role.listen) is not None and not role.operator,
        }
        assert [way for way, used in ways.items() if used] == [kind]
        assert role.claims is not None
        assert role.claims.e2ap == ("3.01",)


def test_lines_are_short() -> None:
    """So that they can be read beside others."""
    texts = [profile_text("a" * 20, kind, list(Role.ends_of("e2"))) for kind in KINDS]
    assert [line for text in texts for line in text.splitlines() if len(line) > 120] == []
