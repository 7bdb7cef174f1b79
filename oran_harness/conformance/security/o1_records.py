"""Octets of O1 that somebody sees, alters or repeats (TC_O1_CONFIDENTIALITY_INTEGRITY_REPLAY, STS 11.3.2)."""

import re

from oran_harness.codec.xml import Element, write
from oran_harness.conformance.o1.edits import ALICE, NAMES, edit_config, group
from oran_harness.conformance.o1.playground import Ground, by_every_route, groups_text
from oran_harness.conformance.security.o1_certificates import greeting
from oran_harness.conformance.security.security_case import STS, security_case
from oran_harness.protocols.netconf import frame, speaking
from oran_harness.steps.attempts import Tampered, Tampering
from oran_harness.steps.manager import Manager
from oran_harness.steps.outcome import check, inconclusive

CLAUSE = f"{STS} 11.3.2; SEC-CTL-O1-1"
SECURED = ("transport:secured",)
MARKS = (b"urn:ietf:params", b"<hello", b"message-id", b"rpc-reply", b"get-config")
"""What would be seen of NETCONF, were it in clear."""
_ID = "oran-harness-101"
_REPLY = re.compile(rb"<[^<>]*rpc-reply\b[^<>]*message-id\s*=\s*[\"']" + _ID.encode() + rb"[\"']")
_READ = '<get-config xmlns="urn:ietf:params:xml:ns:netconf:base:1.0"><source><running/></source>{}</get-config>'
_NOTHING = '<filter type="subtree"><nothing xmlns="urn:oran-harness:nothing"/></filter>'
_DISCARDED = "What was altered on its way is discarded, and nothing of it reaches NETCONF (SEC-CTL-O1-1)"
_ONCE = "What is repeated on its way is discarded: a request is carried out once (SEC-CTL-O1-1)"


async def dealt_with(manager: Manager, how: str, request: Element | bytes) -> Tampered:
    """A session whose request somebody deals with."""
    octets = request if isinstance(request, bytes) else write(request)
    framed = frame(speaking.rpc(octets, _ID), manager.session().framing)
    came = await Tampering(how, greeting(), framed)
    if not came.hello:
        raise inconclusive(f"no session comes up by another way: {came.why or 'no hello came'}")
    return came


def reading() -> bytes:
    """A request that changes nothing, and has little to say."""
    return _READ.format(_NOTHING).encode()


def replies(came: Tampered) -> int:
    """How many replies to the request have come."""
    return len(_REPLY.findall(came.heard))


@security_case("SEC-O1-RECORD-101", "Nothing of NETCONF goes over the wire in clear", CLAUSE, needs=SECURED)
async def nothing_in_clear(manager: Manager) -> None:
    """Octets that somebody between the two sees show nothing of hellos, requests and replies."""
    came = await dealt_with(manager, "seen", reading())
    if not replies(came):
        raise inconclusive("the request was not answered by way of somebody who only looks on")
    seen = [mark.decode() for mark in MARKS if mark in came.wire]
    requirement = "Nobody between the two ends can read what they say (SEC-CTL-O1-1)"
    check(not seen, requirement, expected="no text of NETCONF", actual=f"on the wire: {', '.join(seen)}")


@security_case("SEC-O1-RECORD-102", "A request that was altered is not answered", CLAUSE, needs=SECURED)
async def discards_altered(manager: Manager) -> None:
    """A request of which one octet was altered on its way is not answered."""
    came = await dealt_with(manager, "altered", reading())
    check(not replies(came), _DISCARDED, expected="no rpc-reply", actual="an rpc-reply")


@security_case("SEC-O1-RECORD-103", "An edit that was altered is not done", CLAUSE, needs=SECURED, tags=("edit",))
@by_every_route
async def discards_altered_edit(ground: Ground) -> None:
    """An edit-config of which one octet was altered on its way changes no datastore."""
    edit = edit_config(ground.target, group(f"{NAMES}one", ALICE, operation="create"))
    came = await dealt_with(ground.manager, "altered", edit)
    found = await ground.ours()
    check(not found, _DISCARDED, expected="no group", actual=f"in {ground.target}: {groups_text(found)}")
    check(not replies(came), _DISCARDED, expected="no rpc-reply", actual="an rpc-reply")


@security_case("SEC-O1-RECORD-104", "A request that was repeated is answered once", CLAUSE, needs=SECURED)
async def discards_repeated(manager: Manager) -> None:
    """A request whose octets are sent twice has one reply at most."""
    came = await dealt_with(manager, "repeated", reading())
    count = replies(came)
    check(count <= 1, _ONCE, expected="one rpc-reply at most", actual=f"{count} of them")


@security_case("SEC-O1-RECORD-105", "An edit that was repeated is done once", CLAUSE, needs=SECURED, tags=("edit",))
@by_every_route
async def discards_repeated_edit(ground: Ground) -> None:
    """An edit-config whose octets are sent twice has one reply at most, and the effect of one."""
    edit = edit_config(ground.target, group(f"{NAMES}one", ALICE, operation="create"))
    came = await dealt_with(ground.manager, "repeated", edit)
    count = replies(came)
    check(count <= 1, _ONCE, expected="one rpc-reply at most", actual=f"{count} of them")
    found = await ground.ours()
    once = {f"{NAMES}one": frozenset({ALICE})}
    right = found in ({}, once)
    check(right, _ONCE, expected=groups_text(once), actual=f"in {ground.target}: {groups_text(found)}")
