"""All runs of procedures on one association: which wait, and which an answer belongs to."""

from collections.abc import Hashable, Iterator
from dataclasses import replace

from oran_harness.model.role import Role
from oran_harness.protocols.e2ap.engine.bounded_map import BoundedMap
from oran_harness.protocols.e2ap.engine.state_tables import PROCEDURE_TABLES
from oran_harness.protocols.e2ap.engine.states import ProcedureState
from oran_harness.protocols.e2ap.engine.transaction import Transaction

LIMIT = 4096
"""How many runs are kept: as many that are open, and as many again that are over."""

_Key = tuple[int, Role, Hashable]
_TOLERANT = (ProcedureState.ABORTED, ProcedureState.GIVEN_UP)
_OPEN = (ProcedureState.REQUESTED, ProcedureState.REPORTED)


def key_of(transaction: Transaction) -> _Key:
    """What makes a run one of its kind: procedure, initiator and id (E2AP 3.1)."""
    return transaction.procedure.code, transaction.initiator, transaction.id


class Transactions:
    """The runs on one association.

    ``complete`` is False where requests may have gone unseen; ``forgotten`` holds the procedures (code, initiator) of
    which a run was pushed out by newer ones. Neither accuses an answer that finds no request.
    """

    __slots__ = ("_by_key", "_by_procedure", "_open", "_over", "complete", "forgotten")

    def __init__(self, complete: bool) -> None:
        self.complete = complete
        self.forgotten: frozenset[tuple[int, Role]] = frozenset()
        self._open: dict[int, Transaction] = {}
        self._by_key: dict[_Key, tuple[int, ...]] = {}
        self._by_procedure: dict[tuple[int, Role], dict[int, None]] = {}
        self._over: BoundedMap[_Key, Transaction] = BoundedMap(LIMIT)

    def __iter__(self) -> Iterator[Transaction]:
        """The runs that are not over, oldest first."""
        return iter(self.standing)

    def __len__(self) -> int:
        return len(self._open)

    @property
    def standing(self) -> tuple[Transaction, ...]:
        """The runs that are not over, oldest first."""
        return tuple(self._open.values())

    def copy(self) -> "Transactions":
        """The same runs, to try a message on."""
        twin = Transactions(self.complete)
        twin.forgotten = self.forgotten
        twin._open = dict(self._open)
        twin._by_key = dict(self._by_key)
        twin._by_procedure = {key: dict(serials) for key, serials in self._by_procedure.items()}
        twin._over = self._over.copy()
        return twin

    def knows_all(self, code: int, initiator: Role) -> bool:
        """Whether every run of a procedure that could still be answered is among these."""
        return self.complete and (code, initiator) not in self.forgotten

    def ongoing(self, code: int, initiator: Role, identifier: Hashable) -> tuple[Transaction, ...]:
        """The open runs with that very id, oldest first."""
        return tuple(self._open[serial] for serial in self._by_key.get((code, initiator, identifier), ()))

    def of(self, code: int, initiator: Role) -> Iterator[Transaction]:
        """The open runs of a procedure from one initiator, oldest first."""
        return (self._open[serial] for serial in self._by_procedure.get((code, initiator), ()))

    def latest_over(self, code: int, initiator: Role, identifier: Hashable) -> Transaction | None:
        """The latest run with that id that is over, without its request."""
        return self._over.get_or_none((code, initiator, identifier))

    def open(self, transaction: Transaction) -> None:
        """Add a run; the oldest open one is forgotten if there are too many."""
        self._open[transaction.serial] = transaction
        key = key_of(transaction)
        self._by_key[key] = (*self._by_key.get(key, ()), transaction.serial)
        self._by_procedure.setdefault(key[:2], {})[transaction.serial] = None
        if len(self._open) > LIMIT:
            oldest = next(iter(self._open.values()))
            self._drop(oldest)
            self.forgotten |= {(oldest.procedure.code, oldest.initiator)}

    def change(self, transaction: Transaction) -> None:
        """Put a changed run in the place of what it was."""
        if transaction.serial in self._open:
            self._open[transaction.serial] = transaction

    def advance(self, transaction: Transaction, event: str, n: int) -> Transaction:
        """Let a message act on a run by the run's table; a run without a row for it stays as it is."""
        target = PROCEDURE_TABLES[transaction.procedure.code].get((transaction.state, event))
        if target is None:
            return transaction
        if target in _OPEN:
            changed = replace(transaction, state=target)
            self.change(changed)
            return changed
        changed = replace(transaction, state=target, request=None, answer_n=n)
        self._drop(transaction)
        self._remember(changed)
        return changed

    def retire(self, transaction: Transaction) -> None:
        """Let go of an open run of which it is not known whether it is over, once its id was used again."""
        self._drop(transaction)
        self._remember(replace(transaction, certain=False, request=None))

    def doubt(self) -> None:
        """Messages were lost: any run may have been answered, any answer's request may have gone unseen."""
        self.complete = False
        for run in self:
            if run.certain:
                self.change(replace(run, certain=False))

    def _remember(self, run: Transaction) -> None:
        former = self._over.pop(key_of(run), None)
        if former is not None and not former.certain and former.serial != run.serial:
            # The former run of this id may still be answered.
            run = replace(run, certain=False)
        if len(self._over) >= LIMIT:
            oldest = next(iter(self._over.values()))
            if oldest.state in _TOLERANT:
                self.forgotten |= {(oldest.procedure.code, oldest.initiator)}
        self._over[key_of(run)] = run

    def _drop(self, transaction: Transaction) -> None:
        if self._open.pop(transaction.serial, None) is None:
            return
        self._by_procedure[transaction.procedure.code, transaction.initiator].pop(transaction.serial)
        key = key_of(transaction)
        left = tuple(serial for serial in self._by_key.get(key, ()) if serial != transaction.serial)
        if left:
            self._by_key[key] = left
        else:
            self._by_key.pop(key, None)
