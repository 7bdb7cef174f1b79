"""The datastores of a managed element: running, candidate, startup (RFC 6241, 5.1, 8.3 and 8.7)."""

from dataclasses import dataclass, field

from oran_harness.codec.yang import Models, Rule
from oran_harness.peers.o1_provider.datastore.access import Permit
from oran_harness.peers.o1_provider.datastore.differences import refused
from oran_harness.peers.o1_provider.datastore.edit import Editing, remove_at
from oran_harness.peers.o1_provider.datastore.payload import Payload, read_payload
from oran_harness.peers.o1_provider.datastore.refusal import Refusal, bound, protocol
from oran_harness.peers.o1_provider.datastore.snapshot import Snapshot
from oran_harness.peers.o1_provider.datastore.trees import Element, copy_of, empty_tree
from oran_harness.peers.o1_provider.datastore.violations import errors_of, find_at, steps_of
from oran_harness.protocols.netconf.rpc_error import RpcError

_ROUNDS = 32


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a request: its errors, and the contents of the datastore before and after it."""

    errors: tuple[RpcError, ...]
    before: Snapshot
    after: Snapshot

    @property
    def changed(self) -> bool:
        """Whether the datastore holds something else now."""
        return self.before is not self.after


@dataclass(frozen=True, slots=True)
class Edit:
    """What an ``<edit-config>`` asks for. ``test_option`` is ``None`` if it was not given."""

    config: Element
    default_operation: str = "merge"
    test_option: str | None = None
    error_option: str = "stop-on-error"


@dataclass(slots=True)
class Datastores:
    """The datastores of one element. Each request is done whole or not at all, but for ``continue-on-error``.

    ``candidate`` and ``startup`` are ``None`` where the element has none. A candidate that nobody has edited is
    running itself. Constraints are enforced when running is to change (RFC 7950, 8.3.3); on the candidate where
    ``test-then-set`` or ``test-only`` is asked for.
    """

    models: Models
    running: Snapshot
    startup: Snapshot | None = None
    has_candidate: bool = True
    _candidate: Snapshot | None = field(default=None)
    _namespaces: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._namespaces = {module.name: module.namespace for module in self.models.modules}

    @property
    def candidate(self) -> Snapshot:
        """What the candidate holds."""
        return self._candidate or self.running

    @property
    def modified(self) -> bool:
        """Whether the candidate was edited since the last commit or discard."""
        return self._candidate is not None

    def holds(self, name: str) -> Snapshot:
        """What the datastore of that name holds; raises ``Refusal`` if there is none."""
        if name == "running":
            return self.running
        if name == "candidate" and self.has_candidate:
            return self.candidate
        if name == "startup" and self.startup is not None:
            return self.startup
        raise Refusal(protocol("operation-not-supported", None, f"There is no datastore {name}."))

    def put(self, name: str, snapshot: Snapshot) -> None:
        """Sets a datastore as it is told, for instance back to what it held before a confirmed commit."""
        self.holds(name)
        if name == "running":
            self.running = snapshot
        elif name == "candidate":
            self._candidate = None if snapshot is self.running else snapshot
        else:
            self.startup = snapshot

    def edit(self, target: str, edit: Edit, permit: Permit | None = None) -> Outcome:
        """Does an ``<edit-config>``. ``permit`` are the user's rights; ``None`` permits all."""
        before = self.running
        try:
            before = self.holds(target)
            payload = read_payload(edit.config, self.models, self._namespaces)
            go_on = edit.error_option == "continue-on-error"
            editing = Editing(before.root, self.models, payload, go_on=go_on, permit=permit)
            editing.carry_out(edit.default_operation)
            if editing.errors and not go_on:
                raise Refusal(*editing.errors)
            after = self._without_untrue(editing.tree, payload)
            tests = target != "candidate" or edit.test_option in ("test-then-set", "test-only")
            if (tests and edit.test_option != "set") or target == "running":
                self._demand_valid(after)
        except Refusal as refusal:
            return self._refused(refusal, before)
        if edit.test_option != "test-only":
            self.put(target, after)
        else:
            after = before
        return Outcome(bound(editing.errors, self._namespaces), before, after)

    def copy(self, source: str | Element, target: str, permit: Permit | None = None) -> Outcome:
        """Does a ``<copy-config>``; ``source`` is a datastore's name or a ``<config>``."""
        before = self.running
        try:
            before = self.holds(target)
            after = self.holds(source) if isinstance(source, str) else self._given(source)
            if target == "running":
                self._demand_valid(after)
            self._demand_permits(before, after, permit)
        except Refusal as refusal:
            return self._refused(refusal, before)
        self.put(target, after)
        return Outcome((), before, after)

    def delete(self, target: str, permit: Permit | None = None) -> Outcome:
        """Does a ``<delete-config>``; only startup can go (RFC 6241, 7.4), and holds nothing then."""
        before = self.running
        try:
            before = self.holds(target)
            if target != "startup":
                raise Refusal(protocol("operation-not-supported", None, f"The datastore {target} cannot be deleted."))
            after = Snapshot(self.models, empty_tree())
            self._demand_permits(before, after, permit)
        except Refusal as refusal:
            return self._refused(refusal, before)
        self.put(target, after)
        return Outcome((), before, after)

    def validate(self, source: str | Element) -> tuple[RpcError, ...]:
        """Does a ``<validate>`` of a datastore or a ``<config>``; the errors."""
        try:
            self._demand_valid(self.holds(source) if isinstance(source, str) else self._given(source))
        except Refusal as refusal:
            return bound(refusal.errors, self._namespaces)
        return ()

    def commit(self, permit: Permit | None = None) -> Outcome:
        """Makes the candidate running. After a refusal the candidate is as it was."""
        before, after = self.running, self.candidate
        try:
            self.holds("candidate")
            self._demand_valid(after)
            self._demand_permits(before, after, permit)
        except Refusal as refusal:
            return self._refused(refusal, before)
        self.running, self._candidate = after, None
        return Outcome((), before, after)

    def discard(self) -> None:
        """Makes the candidate what running is."""
        self._candidate = None

    def _refused(self, refusal: Refusal, before: Snapshot) -> Outcome:
        return Outcome(bound(refusal.errors, self._namespaces), before, before)

    def _demand_valid(self, snapshot: Snapshot) -> None:
        if snapshot.violations:
            raise Refusal(*errors_of(snapshot.violations, self._namespaces))

    def _demand_permits(self, before: Snapshot, after: Snapshot, permit: Permit | None) -> None:
        if permit is not None and before is not after:
            error = refused(before.differences(after), permit, self.models.schema)
            if error is not None:
                raise Refusal(error)

    def _given(self, config: Element) -> Snapshot:
        payload = read_payload(config, self.models, self._namespaces)
        editing = Editing(empty_tree(), self.models, payload)
        editing.carry_out("merge")
        if editing.errors:
            raise Refusal(*editing.errors)
        return Snapshot(self.models, editing.tree)

    def _without_untrue(self, tree: Element, payload: Payload) -> Snapshot:
        """What is left when nodes whose ``when`` an edit made false are gone (RFC 7950, 8.2); raises ``Refusal``.

        A node that the edit itself gives must not be one of them (8.3.1).
        """
        snapshot = Snapshot(self.models, tree)
        for _ in range(_ROUNDS):
            broken = [each for each in snapshot.violations if each.rule in (Rule.DUPLICATE, Rule.TWO_CASES)]
            if broken:
                raise Refusal(*errors_of(broken, self._namespaces))
            untrue = [each for each in snapshot.violations if each.rule is Rule.WHEN]
            if not untrue:
                return snapshot
            own = [
                each
                for each in untrue
                if find_at(payload.root, steps_of(each.path or ""), self._namespaces) is not None
            ]
            if own:
                raise Refusal(*errors_of(own, self._namespaces))
            tree = copy_of(tree)
            if not any(remove_at(tree, steps_of(each.path or ""), self.models, self._namespaces) for each in untrue):
                break
            snapshot = Snapshot(self.models, tree)
        raise Refusal(*errors_of(snapshot.violations, self._namespaces))
