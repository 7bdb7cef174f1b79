"""What a profile says the security cases of O1 are tried with."""

from pathlib import Path
from typing import Any

import pytest

from oran_harness.adapters import Trials
from oran_harness.adapters.profile_reader import profile_of
from oran_harness.model import InputError, Role
from tests.adapters.profiles import role

HERE = Path("alfa")


def trials(name: str = "o1-provider", **fields: Any) -> Trials:
    way = {"address": "netconf+ssh://192.0.2.1"} if name == "o1-provider" else {"launch": {"command": ["alfa"]}}
    return profile_of(role(name, **way, **fields), HERE).roles[Role(name)].trials


def test_what_a_role_says() -> None:
    """Names as they are, files beside the profile; nothing is nothing."""
    assert trials() == Trials()
    said = trials(policy="m-plane", client_ca="file:ca.pem", guess="guest=file:password")
    assert said == Trials("m-plane", str((HERE / "ca.pem").absolute()), f"guest=file:{(HERE / 'password').absolute()}")
    own = trials(policy="file:mine.toml", guess="guest=env:GUESSED")
    assert own == Trials(str((HERE / "mine.toml").absolute()), None, "guest=env:GUESSED")
    assert trials("o1-manager", client_ca="file:ca.pem").client_ca is not None


@pytest.mark.parametrize(
    ("name", "fields", "words"),
    [
        ("o1-provider", {"policy": "mine.toml"}, "policy"),
        ("o1-provider", {"client_ca": "ca.pem"}, "file:PATH"),
        ("o1-provider", {"guess": "guest=secret"}, "NAME=env:VARIABLE"),
        ("e2-node", {"policy": "o1"}, "policy"),
    ],
)
def test_what_is_wrong(name: str, fields: dict[str, str], words: str) -> None:
    """The sentence says what was expected; at E2 there is nothing of it."""
    with pytest.raises(InputError, match=words):
        trials(name, **fields)
