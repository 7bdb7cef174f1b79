"""From a launch to what is run."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from oran_harness.adapters import AdapterError, Addresses, Launch
from oran_harness.adapters.launch_line import launch_line, unknown_placeholders
from oran_harness.model import Role

NODE = Addresses(peer="sctp://[::1]:36421?bind=[::1]:0")
RIC = Addresses(own="tcp://127.0.0.1:4000")


def test_placeholders() -> None:
    """Whole URI, host without brackets, and port of either end; the interpreter; all else stays as it is."""
    command = ("{python}", "{peer_uri}", "{peer_host}:{peer_port}", '{"a": {}}', "{A}")
    words = launch_line(Launch((*command, "{e2ap}"), Path(), Path()), replace(NODE, e2ap="5.00")).words
    assert words == (sys.executable, NODE.peer, "::1:36421", '{"a": {}}', "{A}", "5.00")
    own = launch_line(Launch(("ric", "{own_uri}", "{own_host}", "{own_port}"), Path(), Path()), RIC)
    assert own.words == ("ric", "tcp://127.0.0.1:4000", "127.0.0.1", "4000")


def test_an_address_that_is_not_known() -> None:
    """A launch that wants it cannot be filled in."""
    with pytest.raises(AdapterError, match=r"wants \{peer_uri\}"):
        launch_line(Launch(("node", "{peer_uri}"), Path(), Path()), RIC)


def test_the_environment_is_ours_and_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the profile adds comes on top of our environment; a secret's text is taken as it is."""
    monkeypatch.setenv("OURS", "1")
    monkeypatch.setenv("SECRET", "{peer_uri}")
    env = {"PEER": "{peer_port}", "TOKEN": "env:SECRET"}
    line = launch_line(Launch(("node",), Path(), Path(), env=env), NODE)
    assert {name: line.environment[name] for name in ("OURS", "PEER", "TOKEN")} == {
        "OURS": "1",
        "PEER": "36421",
        "TOKEN": "{peer_uri}",
    }
    assert line.secrets == ("{peer_uri}",)


def test_programs_beside_the_profile(tmp_path: Path) -> None:
    """A program with a slash is relative to the profile's folder, one without is looked for in PATH."""
    assert launch_line(Launch(("bin/x", "bin/x"), tmp_path, tmp_path), RIC).words == (f"{tmp_path}/bin/x", "bin/x")
    assert launch_line(Launch(("x",), tmp_path, tmp_path), RIC).words == ("x",)


def test_unknown_placeholders() -> None:
    """Each role has its own."""
    assert unknown_placeholders("{peer_uri} {own_uri} {x}", Role.E2_NODE) == ["own_uri", "x"]
    assert unknown_placeholders("{peer_uri} {own_uri} {python} {1} {}", Role.NEAR_RT_RIC) == ["peer_uri"]
