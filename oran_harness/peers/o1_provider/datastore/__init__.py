"""The datastores of a managed element: what they hold, how they are edited, who may read and write what.

* ``datastores`` - running, candidate, startup and the requests on them; ``snapshot`` - what one holds at a time
* ``edit`` - carries out what ``payload`` read, with ``anchors`` and ``canonical``; ``differences`` - what changed
* ``reading`` - what a get gives: ``subtree_filter``, ``xpath_filter``, ``selection``
* ``nacm``, ``rule_path``, ``access`` - access rules; ``nacm_initial`` - those of O-RAN
* ``plausible``, ``plausible_value``, ``pattern_sample`` - data for any modules; ``element_models`` - the modules
* ``operation_input`` - what operations are given
* ``violations``, ``refusal`` - errors; ``trees``, ``names`` - data as elements
"""

from oran_harness.peers.o1_provider.datastore.access import Access, Permit
from oran_harness.peers.o1_provider.datastore.datastores import Datastores, Edit, Outcome
from oran_harness.peers.o1_provider.datastore.element_models import element_models
from oran_harness.peers.o1_provider.datastore.nacm import Nacm, Rights
from oran_harness.peers.o1_provider.datastore.nacm_initial import group_names, initial_nacm
from oran_harness.peers.o1_provider.datastore.operation_input import input_errors, input_value
from oran_harness.peers.o1_provider.datastore.plausible import plausible_data
from oran_harness.peers.o1_provider.datastore.reading import Filter, read
from oran_harness.peers.o1_provider.datastore.refusal import Refusal
from oran_harness.peers.o1_provider.datastore.snapshot import Snapshot, WithDefaults

__all__ = [
    "Access",
    "Datastores",
    "Edit",
    "Filter",
    "Nacm",
    "Outcome",
    "Permit",
    "Refusal",
    "Rights",
    "Snapshot",
    "WithDefaults",
    "element_models",
    "group_names",
    "initial_nacm",
    "input_errors",
    "input_value",
    "plausible_data",
    "read",
]
