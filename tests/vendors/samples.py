"""The sample vendors in this process: the peers that their commands make, with the claims of their profiles."""

import importlib.util
import re
import shlex
from collections.abc import Callable, Sequence
from dataclasses import replace
from unittest import mock

from oran_harness.adapters import read_profile
from oran_harness.cli import serving
from oran_harness.cli.serving import ServeOptions, actors_of
from oran_harness.model import Role
from oran_harness.peers.actor import Actor
from oran_harness.runner import Target
from oran_harness.runner.target import claims_of
from tests.cli.run import ROOT, run
from tests.interop.pairs.meeting import product

VENDORS = ROOT / "vendors"
_PLACEHOLDER = re.compile(r"\{(peer|own)_uri\}")


def command_of(vendor: str) -> list[str]:
    """What ``oran-harness`` is called with to play a sample vendor."""
    folder = VENDORS / vendor
    if vendor == "echo":
        spec = importlib.util.spec_from_file_location("echo_adapter", folder / "echo_adapter.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return _after_serve(module.COMMAND)
    if vendor == "charlie":
        script = (folder / "start.sh").read_text("utf-8").partition("exec ")[2].replace("\\\n", " ")
        return _after_serve(shlex.split(script))
    (role,) = read_profile(folder).roles.values()
    assert role.launch is not None
    return _after_serve(role.launch.command)


def _after_serve(words: Sequence[str]) -> list[str]:
    return list(words[list(words).index("serve") :])


def peer_of(vendor: str, edition: str) -> Callable[[], Actor]:
    """What makes the peer of a sample vendor, as its command has it."""
    words = [_PLACEHOLDER.sub("tcp://127.0.0.1:1", word).replace("{e2ap}", edition) for word in command_of(vendor)]
    given: list[ServeOptions] = []
    with mock.patch.object(serving, "run", given.append):
        ended = run(*words)
    assert ended.code == 0, ended
    (options,) = given
    return lambda: actors_of(replace(options, reconnect_after=0.02))[0]


def sample(vendor: str, edition: str = "3.01") -> Target:
    """A sample vendor's product as pairs have it; only those that are started for it can be restarted."""
    (role,) = read_profile(VENDORS / vendor).roles.values()
    startable = role.launch is not None or role.adapter is not None
    made = product(role.role, peer_of(vendor, edition), claims=claims_of(role.claims), startable=startable)
    return replace(made, vendor=vendor)


def reference(role: Role, edition: str = "3.01") -> Target:
    """The reference peer of a role."""
    from oran_harness.peers.reference import reference as reference_peer

    return product(role, lambda: reference_peer(role, edition))
