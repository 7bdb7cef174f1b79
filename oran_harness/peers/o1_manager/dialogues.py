"""The dialogues of the manager: what it asks for to get something done."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass

from oran_harness.codec.xml import Element, write
from oran_harness.peers.o1_manager import operations
from oran_harness.peers.o1_manager.dialogue import Declined, Dialogue, done
from oran_harness.protocols.netconf.messages import RpcReply
from oran_harness.protocols.netconf.speaking import operation

CAPABILITY = "urn:ietf:params:netconf:capability:"
CANDIDATE, RUNNING = "candidate", "running"


@dataclass(frozen=True, slots=True)
class Edit:
    """An edit: where, what, and how; ``confirmed_within`` is in seconds, None for a plain commit."""

    target: str
    config: Sequence[Element]
    locks: bool = True
    validates: bool = False
    rolls_back: bool = False
    default_operation: str | None = None
    confirmed_within: int | None = None
    confirms: bool = True


def edit(wanted: Edit) -> Dialogue:
    """Edit a datastore so that running has it in the end, or nothing is left of it.

    It locks what it edits; the candidate is validated and committed, and given up if that fails.
    """
    if wanted.locks:
        yield from done(operations.on_target("lock", wanted.target))
    failed: Declined | None = None
    try:
        yield from _edited(wanted)
    except Declined as declined:
        failed = declined
        if wanted.target == CANDIDATE:
            yield operation("discard-changes")
    if wanted.locks:
        yield operations.on_target("unlock", wanted.target)
    if failed is not None:
        raise failed
    return {"target": wanted.target}


def _edited(wanted: Edit) -> Generator[Element, RpcReply, None]:
    option = "rollback-on-error" if wanted.rolls_back else None
    yield from done(
        operations.edit_config(
            wanted.target, list(wanted.config), default_operation=wanted.default_operation, error_option=option
        )
    )
    if wanted.target != CANDIDATE:
        return
    if wanted.validates:
        yield from done(operations.on_source("validate", wanted.target))
    yield from done(operations.commit(confirmed_within=wanted.confirmed_within))
    if wanted.confirmed_within is not None and wanted.confirms:
        yield from done(operations.commit())


def asked(wanted: Element) -> Dialogue:
    """Ask for one thing, and tell what came."""
    reply = yield from done(wanted)
    return {"ok": reply.ok, "content": content_of(reply)}


def content_of(reply: RpcReply) -> str:
    """The elements in a reply as text."""
    return "".join(write(each).decode() for each in reply.content)
