"""Adapters to be held against the contract, however they come: of a vendor's folder, or made by a function."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from oran_harness.adapters import Adapter, BoundedAdapter, Person, Profile, find_vendor
from oran_harness.adapters.bounded import Patience
from oran_harness.adapters.endpoint import endpoint_of
from oran_harness.adapters.grpc import GrpcAdapter
from oran_harness.adapters.making import patience_with
from oran_harness.adapters.python_adapter import load_adapter
from oran_harness.model import Role
from oran_harness.runner import Target, vendor_target
from oran_harness.runner.journal import Journal
from oran_harness.runner.wire import LOOPBACK, Wire, free_port
from oran_harness.steps import Claims
from oran_harness.testing.memory_links import memory_uri
from oran_harness.testing.sample_peers import role_named
from oran_harness.testing.serving import served_adapter

USUAL = Patience(describe=40, start=60, stop=30, stimulate=30)
"""Seconds that each call of an adapter without a profile may take."""


@dataclass(frozen=True, slots=True)
class Subject:
    """An adapter in one role; ``target`` makes it anew, with the wire on which its product is met."""

    name: str
    role: Role
    target: Callable[[], AbstractAsyncContextManager[Target]]


def vendor_subjects(
    vendor: str | Path, role: Role | str | None = None, *, serving: str | None = None, person: Person | None = None
) -> tuple[Subject, ...]:
    """The roles of a vendor, as the harness would reach them; only ``role``, if one is named.

    ``vendor`` is a folder, or ``NAME[:ROLE]``. ``serving`` is ``module:Class``, an adapter in the vendor's folder that
    is served over gRPC here, in place of the endpoint that its profile names. ``person`` is who looks after a product
    with ``operator = true``. Raises ``UsageError`` and ``InputError`` for what there is not, or cannot be used.
    """
    profile, named = find_vendor(f"{vendor}/" if isinstance(vendor, Path) else vendor)
    wanted = named if role is None else role_named(role)
    chosen = tuple(profile.roles) if wanted is None else (profile.role(wanted).role,)
    return tuple(_of_vendor(profile, each, serving, person) for each in chosen)


def adapter_subject(
    make: Callable[[], Adapter],
    role: Role | str,
    *,
    scheme: str = "tcp",
    patience: Patience = USUAL,
    over_grpc: bool = False,
) -> Subject:
    """The adapter that ``make`` gives, called anew for each start of the contract.

    It is given an address of loopback over ``scheme``, or one in memory (``"memory"``, for a product in this process).
    ``over_grpc`` serves it, and calls it, as one of another machine. Raises ``UsageError`` for an unknown role.
    """
    kind = role_named(role)

    @asynccontextmanager
    async def target() -> AsyncIterator[Target]:
        sut_connects = kind is Role.E2_NODE
        uri = (
            memory_uri() if scheme == "memory" else f"{scheme}://{LOOPBACK}:{0 if sut_connects else free_port(scheme)}"
        )
        plain = Target(
            kind, "adapter", None, Wire(uri, sut_connects), Claims(), BoundedAdapter(make(), patience), Journal(), True
        )
        if not over_grpc:
            yield plain
            return
        async with _over_grpc(make(), patience) as adapter:
            yield replace(plain, adapter=adapter)

    return Subject("adapter", kind, target)


def _of_vendor(profile: Profile, role: Role, serving: str | None, person: Person | None) -> Subject:
    read = profile.roles[role]

    @asynccontextmanager
    async def target() -> AsyncIterator[Target]:
        plain = vendor_target(profile, read, person)
        if serving is None:
            yield plain
            return
        async with _over_grpc(load_adapter(serving, profile.folder), patience_with(read)) as adapter:
            yield replace(plain, adapter=adapter, startable=True)

    return Subject(profile.name, role, target)


@asynccontextmanager
async def _over_grpc(adapter: Adapter, patience: Patience) -> AsyncIterator[BoundedAdapter]:
    async with served_adapter(adapter) as uri:
        yield BoundedAdapter(GrpcAdapter(endpoint_of(uri, Path())), patience)
