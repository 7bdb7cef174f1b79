"""What ``serve`` does: makes the peers that were asked for, and hosts them until it is ended."""

import asyncio
import contextlib
import re
import signal
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from oran_harness.cli.keeping import Keeping
from oran_harness.cli.shown.nearest import nearest
from oran_harness.cli.shown.printable import printable
from oran_harness.drivers.control_lines import ControlLines
from oran_harness.drivers.hosting import Store, host
from oran_harness.faults import NO_FAULTS, LinkFaults, parse_faults
from oran_harness.model import Role, UsageError
from oran_harness.peers.actor import Actor
from oran_harness.peers.e2_node import E2Node, NodeConfig
from oran_harness.peers.near_rt_ric import NearRtRic, RicConfig
from oran_harness.peers.peculiar import Peculiar, Peculiarities, procedure_code
from oran_harness.protocols.e2ap.tables import editions
from oran_harness.service_models import service_model
from oran_harness.steps.node_components import GNB_ID_BITS
from oran_harness.steps.offers import KINDS
from oran_harness.transports import Side, parse_address

NODE_MODELS = ("kpm", "rc")
RIC_MODELS = (*NODE_MODELS, "ni")
"""What our E2 node can offer, and what our near-RT RIC can ask for."""
ROLES = (Role.NEAR_RT_RIC.value, Role.E2_NODE.value)
_STYLES = re.compile(r"\d{1,3}(,\d{1,3})*")
_SUBSCRIPTION = re.compile(r"(?P<model>[a-z]+):(?P<style>\d{1,3})(:(?P<period>\d{1,9}))?")


@dataclass(frozen=True, slots=True)
class ServeOptions:
    """The options of ``serve``, as they were given."""

    role: str
    listen: str | None = None
    connect: str | None = None
    e2ap: str = "3.01"
    kpm: str | None = None
    rc: str | None = None
    kind: str = "gnb"
    nodes: int = 1
    number: int = 1
    plmn: str = "00101"
    seed: int = 0
    gnb_id_length: int = GNB_ID_BITS
    service_models: str | None = None
    styles: str | None = None
    without: tuple[str, ...] = ()
    ppid: int | None = None
    answer_after: float = 0.0
    jitter: float = 0.0
    subscribe: tuple[str, ...] = ()
    reconnect_after: float | None = None
    flaw: str | None = None
    keep: str | None = None
    control: bool = False
    until_eof: bool = False
    fault: tuple[str, ...] = ()


def run(options: ServeOptions) -> None:
    """Serve until SIGTERM, or until standard input ends if that was asked for.

    Raises ``UsageError`` or ``TransportError`` for what cannot be, ``KeyboardInterrupt`` after Ctrl-C.
    """
    actors = actors_of(options)
    if forgets(options, actors):
        complain(f"{options.flaw} shows after a restart only, of what lay in a file before: name one with --keep FILE.")
    faults = parse_faults(options.fault)
    asyncio.run(serve_until_ended(actors, Place(options.listen, options.connect, faults), options))


def actors_of(options: ServeOptions) -> tuple[Actor, ...]:
    """The peers that were asked for; raises ``UsageError`` for options that do not fit."""
    _check(options)
    make = _ric if options.role == Role.NEAR_RT_RIC.value else _node
    actors = tuple(make(options, place) for place in range(options.nodes))
    if options.flaw is not None:
        actors = tuple(map(planting(options.flaw, options.role), actors))
    if options.keep is not None:
        actors = (Keeping(actors[0], Path(options.keep)),)
    own = _peculiarities(options)
    if own != Peculiarities():
        actors = tuple(Peculiar(each, options.e2ap, own, options.seed + place) for place, each in enumerate(actors))
    return actors


def _peculiarities(options: ServeOptions) -> Peculiarities:
    without = frozenset(map(procedure_code, options.without))
    return Peculiarities(options.ppid, options.answer_after, options.jitter, without)


def forgets(options: ServeOptions, actors: Sequence[Actor]) -> bool:
    """Whether a flaw that lasts over restarts has nowhere to keep anything, so that it does not show."""
    from oran_harness.peers.flaws.lasting import LastingActor

    peers = [actor.actor if isinstance(actor, Peculiar) else actor for actor in actors]
    return options.keep is None and any(isinstance(peer, LastingActor) for peer in peers)


def _check(options: ServeOptions) -> None:
    parse_faults(options.fault)
    _one_of("role", options.role, ROLES)
    _one_of("edition of E2AP", options.e2ap, editions())
    _one_of("kind of E2 node", options.kind, KINDS)
    for key, edition in (("kpm", options.kpm), ("rc", options.rc)):
        if edition is not None:
            _one_of(f"edition of {service_model(key).title}", edition, service_model(key).editions)
    given = [uri for uri in (options.listen, options.connect) if uri is not None]
    if len(given) != 1:
        raise UsageError("Say either --listen URI, where the other side connects to, or --connect URI, where it waits.")
    if parse_address(given[0]).scheme == "memory":
        raise UsageError("memory:// reaches nobody outside of this process; use sctp://, tcp:// or grpc://.")
    if parse_address(given[0]).scheme.startswith("netconf+"):
        raise UsageError("E2AP does not go over NETCONF's transports; use sctp://, tcp:// or grpc://.")
    if options.nodes > 1 and options.role != Role.E2_NODE.value:
        raise UsageError("--nodes is for e2-node; one near-rt-ric serves any number of nodes.")
    if options.gnb_id_length != GNB_ID_BITS and (options.role != Role.E2_NODE.value or options.kind == "enb"):
        raise UsageError("--gnb-id-length is for e2-nodes of a gNB; nobody else has such an id.")
    if options.subscribe and options.role != Role.NEAR_RT_RIC.value:
        raise UsageError("--subscribe is for near-rt-ric; it is RICs that subscribe.")
    if options.keep is not None and (options.flaw is None or options.nodes > 1):
        raise UsageError("--keep goes with --flaw, and with one peer.")
    if options.until_eof and not options.control:
        raise UsageError("--until-eof goes with --control, which reads standard input.")


def _one_of(what: str, given: str, known: Sequence[str]) -> None:
    if given not in known:
        raise UsageError(f"There is no {what} {printable(given)!r}; {nearest(given, known)}")


def _ric(options: ServeOptions, place: int) -> Actor:
    config = RicConfig(
        edition=options.e2ap,
        number=options.number,
        plmn=options.plmn,
        kpm=options.kpm,
        rc=options.rc,
        seed=options.seed,
        connect=options.connect is not None,
        subscribe=tuple(map(subscription, options.subscribe)),
        service_models=_models(options, RIC_MODELS),
        styles=_styles(options),
    )
    after = options.reconnect_after
    return NearRtRic(config if after is None else replace(config, reconnect_after=after))


def subscription(text: str) -> dict[str, Any]:
    """The arguments of a subscription that ``--subscribe`` names; raises ``UsageError`` if there is none like it."""
    found = _SUBSCRIPTION.fullmatch(text)
    if found is None or found["model"] not in ("kpm", "rc"):
        raise UsageError(f"{printable(text)!r} is no subscription; they look like kpm:1, kpm:4:500 (in ms) or rc:3.")
    period = {"period_ms": int(found["period"])} if found["period"] else {}
    return {"service_model": found["model"], "style": int(found["style"]), **period}


def _models(options: ServeOptions, known: Sequence[str]) -> tuple[str, ...] | None:
    """The service models that ``--service-models`` names, None without it."""
    if options.service_models is None:
        return None
    found = tuple(dict.fromkeys(word.strip().lower() for word in options.service_models.split(",")))
    for model in found:
        _one_of("service model", model, known)
    return found


def _styles(options: ServeOptions) -> tuple[int, ...] | None:
    """The report styles that ``--styles`` names, None without it."""
    if options.styles is None:
        return None
    if not _STYLES.fullmatch(options.styles):
        raise UsageError(f"{printable(options.styles)!r} are no report styles; they look like 1,4.")
    return tuple(sorted(set(map(int, options.styles.split(",")))))


def _node(options: ServeOptions, place: int) -> Actor:
    uri = options.connect or options.listen or ""
    config = NodeConfig(
        edition=options.e2ap,
        kind=options.kind,
        number=options.number + place,
        plmn=options.plmn,
        kpm=options.kpm,
        rc=options.rc,
        seed=options.seed + place,
        # The clock of the event loop is the monotonic one.
        epoch=time.time() - time.monotonic(),
        scheme=parse_address(uri).scheme,
        far_end=options.connect,
        connects=options.connect is not None,
        service_models=_models(options, NODE_MODELS) or NODE_MODELS,
        styles=_styles(options),
        gnb_id_length=options.gnb_id_length,
    )
    after = options.reconnect_after
    if after is not None:
        at_most = max(after, config.reconnect_at_most)
        config = replace(config, reconnect_after=after, reconnect_at_most=at_most, retry_after=after)
    return E2Node(config)


def planting(name: str, role: str) -> Callable[[Actor], Actor]:
    """What plants the flaw of that name; raises ``UsageError`` if there is none, or it is one of another role."""
    from oran_harness.peers.flaws import FLAWS

    flaw = FLAWS.get(name)
    if flaw is None:
        mine = [each.id for each in FLAWS.values() if each.role.value == role]
        hint = nearest(name, mine) if len(mine) <= 12 else _hint(name, mine)
        raise UsageError(f"There is no flaw {printable(name)!r}; {hint}")
    if flaw.role.value != role:
        raise UsageError(f"The flaw {flaw.id} is one of the role {flaw.role.value}; oran-harness list flaws shows all.")
    return flaw.wrap


def _hint(name: str, known: Sequence[str]) -> str:
    hint = nearest(name, known)
    return hint if hint.startswith("did you mean") else "oran-harness list flaws shows the flaws."


@dataclass(frozen=True, slots=True)
class Place:
    """Where actors are served: at an address of ours, or one that they connect to, and what happens on the way.

    ``side`` is which side of SSH or TLS they are, ``store`` keeps what they want to outlive the process.
    """

    listen: str | None
    connect: str | None
    faults: LinkFaults = NO_FAULTS
    side: Side | None = None
    store: Store | None = None


class Controlled(Protocol):
    """Options that say whether stimuli come on standard input."""

    @property
    def control(self) -> bool:
        """Whether they do."""
        ...

    @property
    def until_eof(self) -> bool:
        """Whether everything ends with them."""
        ...


async def serve_until_ended(actors: Sequence[Actor], place: Place, options: Controlled) -> None:
    """Serve until SIGTERM, or the end of standard input if that was asked for. Raises like ``run``."""
    loop, serving = asyncio.get_running_loop(), asyncio.current_task()
    asked_to_end = False

    def end() -> None:
        nonlocal asked_to_end
        asked_to_end = True
        if serving is not None:
            serving.cancel()

    # Outside of the main thread signals cannot be caught, and need not be.
    with contextlib.suppress(RuntimeError, ValueError):
        loop.add_signal_handler(signal.SIGTERM, end)
    beside = None
    if options.control:
        beside = ControlLines(_standard_input(), sys.stdout, ends=options.until_eof)
    try:
        await host(
            actors,
            listen=place.listen,
            connect=place.connect,
            on_ready=announce,
            on_trouble=complain,
            beside=beside,
            faults=place.faults,
            side=place.side,
            store=place.store,
        )
    except asyncio.CancelledError:
        if not asked_to_end:
            raise


def _standard_input() -> int:
    if sys.stdin is None or sys.stdin.closed:
        raise UsageError("Standard input is closed; --control reads stimuli from it.")
    return sys.stdin.fileno()


def announce(uri: str) -> None:
    """Say on standard output that an address is open."""
    sys.stdout.write(f"ready: {uri}\n")
    sys.stdout.flush()


def complain(sentence: str) -> None:
    """Tell people about trouble on standard error."""
    with contextlib.suppress(OSError, ValueError):  # nobody listens
        sys.stderr.write(f"oran-harness: {printable(sentence)}\n")
        sys.stderr.flush()
