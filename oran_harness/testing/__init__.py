"""The kit for people who write adapters and cases; docs/testing-kit.md shows its use.

* ``memory_links`` - the link in memory; ``virtual_loop`` - the virtual clock for coroutines, beside that of
  ``perform_virtual``, which performs a case
* ``sample_peers`` - good and flawed peers, sans-IO or hosted; ``peer_adapter`` - one of them behind the seven calls
* ``contract`` - what any adapter has to do; ``serving`` - an adapter over gRPC
* ``product_adapter`` - an adapter to begin with, which ``oran-harness new vendor`` copies
"""

from oran_harness.drivers import Performed, Setting, perform_virtual
from oran_harness.testing.contract import (
    CHECKS,
    ContractCheck,
    ContractResult,
    ContractWalk,
    Subject,
    adapter_subject,
    contract_results,
    contract_suite,
    vendor_subjects,
)
from oran_harness.testing.memory_links import LinkPair, linked, memory_uri
from oran_harness.testing.peer_adapter import PeerAdapter
from oran_harness.testing.sample_peers import hosted_peer, sample_peer
from oran_harness.testing.serving import served_adapter
from oran_harness.testing.virtual_loop import run_virtual

__all__ = [
    "CHECKS",
    "ContractCheck",
    "ContractResult",
    "ContractWalk",
    "LinkPair",
    "PeerAdapter",
    "Performed",
    "Setting",
    "Subject",
    "adapter_subject",
    "contract_results",
    "contract_suite",
    "hosted_peer",
    "linked",
    "memory_uri",
    "perform_virtual",
    "run_virtual",
    "sample_peer",
    "served_adapter",
    "vendor_subjects",
]
