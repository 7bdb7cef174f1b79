"""A flawed RIC by hand: what it does about messages of a node that has been set up."""

from collections.abc import Sequence

from oran_harness.model import Role
from oran_harness.peers.actor import Actor, Command, Happening, Say, Up
from oran_harness.peers.reference import reference
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.message import Message
from tests.peers.flaws.near_rt_ric.script import GNB, hears, setup_request
from tests.peers.flaws.rehearsal import EDITION


def clean_ric() -> Actor:
    """A clean RIC."""
    return reference(Role.NEAR_RT_RIC)


def told(actor: Actor, *happened: Happening) -> list[Command]:
    """What it does about the last of these happenings, or about E2 Setup before them."""
    actor.begin(0.0)
    actor.handle(Up("1", outbound=False), 0.0)
    commands = list(actor.handle(hears("1", setup_request(GNB, 1)), 0.1))
    for each in happened:
        commands = list(actor.handle(each, 0.2))
    return commands


def said(commands: Sequence[Command]) -> list[Message | None]:
    """The messages among commands."""
    return [codec(EDITION).decode(each.octets).message for each in commands if isinstance(each, Say)]
