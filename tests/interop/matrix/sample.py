"""Vendors for a matrix: the reference peers under other names, with other editions."""

from pathlib import Path

from oran_harness.adapters import read_profile
from oran_harness.interop.matrix.matchmaking import Candidate, Match, matches

NODE = """
[vendor]
name = "{name}"
product = "an E2 node"

[roles.e2-node]
transport = ["tcp"]

[roles.e2-node.launch]
command = [
    "{{python}}", "-m", "oran_harness", "serve", "e2-node", "--connect", "{{peer_uri}}", "--e2ap", "{{e2ap}}",
    "--control", "--reconnect-after", "0.001",
]
ready = "^ready: "
stimuli = "stdin"

[roles.e2-node.claims]
e2ap = ["{e2ap}"]
"""
RIC = """
[vendor]
name = "{name}"
product = "a near-RT RIC"

[roles.near-rt-ric]
transport = ["tcp"]

[roles.near-rt-ric.launch]
command = [
    "{{python}}", "-m", "oran_harness", "serve", "near-rt-ric", "--listen", "{{own_uri}}", "--e2ap", "{{e2ap}}",
    "--control",
]
ready = "^ready: "
stimuli = "stdin"

[roles.near-rt-ric.claims]
e2ap = ["{e2ap}"]
"""


def vendor(folder: Path, profile: str, name: str, e2ap: str = "3.01") -> Path:
    """Make a vendor's folder; its path."""
    place = folder / name
    place.mkdir(parents=True)
    (place / "profile.toml").write_text(profile.format(name=name, e2ap=e2ap), "utf-8")
    return place


def pairs(folder: Path, nodes: dict[str, str], rics: dict[str, str]) -> tuple[Match, ...]:
    """The pairs of made vendors, each name with the edition of E2AP that it claims."""
    places = [vendor(folder, NODE, name, e2ap) for name, e2ap in nodes.items()]
    places += [vendor(folder, RIC, name, e2ap) for name, e2ap in rics.items()]
    profiles = [read_profile(place) for place in places]
    return matches(Candidate(each, each.role(role)) for each in profiles for role in each.roles)
