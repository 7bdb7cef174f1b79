"""E2AP's procedures as state tables, followed from outside: the same tables judge both ends (E2AP 8).

* ``Association`` follows one association, message by message; ``Step`` is what a message meant, ``End`` what was left
* ``Irregularity`` and ``IrregularityKind`` - what was not provided for, as values that rules judge
* ``Transaction``, ``Subscription``, ``SubscribedAction``, ``OfferedFunction``, ``Component``, ``LoadReports``,
  ``Assistance`` - what is followed
* ``tables`` lists the state tables: ``global_tables`` (8.3), ``ric_functional_tables`` (8.2) and ``lasting_tables``
* ``pairing`` finds the run that a message belongs to, ``place`` its place in the association, ``handlers`` do the rest

Time comes in as ``now``, in seconds; nothing here does I/O, and nothing that a peer sends raises.
"""

from oran_harness.protocols.e2ap.engine.assistance import Assistance
from oran_harness.protocols.e2ap.engine.association import Association
from oran_harness.protocols.e2ap.engine.component import Component, ComponentKey
from oran_harness.protocols.e2ap.engine.function import FunctionStatus, OfferedFunction
from oran_harness.protocols.e2ap.engine.irregularity import Irregularity
from oran_harness.protocols.e2ap.engine.irregularity_kind import IrregularityKind
from oran_harness.protocols.e2ap.engine.load_reports import LoadReports
from oran_harness.protocols.e2ap.engine.records import Wait
from oran_harness.protocols.e2ap.engine.state_tables import tables
from oran_harness.protocols.e2ap.engine.states import (
    AssistanceState,
    AssociationState,
    LoadState,
    ProcedureState,
    StateTable,
    SubscriptionState,
)
from oran_harness.protocols.e2ap.engine.step import End, Step
from oran_harness.protocols.e2ap.engine.subscription import SubscribedAction, Subscription
from oran_harness.protocols.e2ap.engine.transaction import Transaction

__all__ = [
    "Assistance",
    "AssistanceState",
    "Association",
    "AssociationState",
    "Component",
    "ComponentKey",
    "End",
    "FunctionStatus",
    "Irregularity",
    "IrregularityKind",
    "LoadReports",
    "LoadState",
    "OfferedFunction",
    "ProcedureState",
    "StateTable",
    "Step",
    "SubscribedAction",
    "Subscription",
    "SubscriptionState",
    "Transaction",
    "Wait",
    "tables",
]
