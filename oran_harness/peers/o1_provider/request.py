"""One request, with what is needed to answer it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from oran_harness.codec.xml import Element
from oran_harness.peers.o1_provider.datastore import Access, Permit, Rights
from oran_harness.peers.o1_provider.datastore.refusal import Refusal, application
from oran_harness.peers.o1_provider.element import ManagedElement
from oran_harness.peers.o1_provider.session import Session
from oran_harness.protocols.netconf.messages import Rpc


@dataclass(frozen=True, slots=True)
class Request:
    """A request of a session at a time ``now``, in seconds, with the user's ``rights``.

    ``afterwards`` is done behind the answer.
    """

    managed: ManagedElement
    session: Session
    rpc: Rpc
    operation: Element
    rights: Rights
    now: float
    afterwards: list[Callable[[], None]] = field(default_factory=list)

    @property
    def permit(self) -> Permit | None:
        """What the user may write; None for everything."""
        return None if self.rights.may_write_all(self.managed.models) else self.rights.permit

    def demand_execution(self) -> None:
        """Raise ``Refusal`` if the user may not ask for this (RFC 8341 3.4.4)."""
        schema = self.managed.schema_of(self.operation)
        if schema is not None and not self.rights.may_execute(schema):
            self.managed.denied["denied-operations"] += 1
            message = f"You may not {Access.EXEC.value} {schema.name}."
            path = f"/{schema.module}:{schema.name}"
            raise Refusal(application("access-denied", path, message))
