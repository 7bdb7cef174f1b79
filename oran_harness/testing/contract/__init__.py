"""The adapter contract: what any adapter has to do, be it a Python object, a gRPC endpoint or a launched command.

* ``checks`` - what is demanded, one check a function; ``result`` - what it came to
* ``subject`` - adapters, however they come; ``bench`` - one that is being tried; ``processes`` - what it starts
* ``walk`` - from check to check; ``suite`` - the same as tests of pytest
"""

from oran_harness.testing.contract.checks import CHECKS, ContractCheck
from oran_harness.testing.contract.result import ContractResult
from oran_harness.testing.contract.subject import Subject, adapter_subject, vendor_subjects
from oran_harness.testing.contract.suite import contract_suite
from oran_harness.testing.contract.walk import ContractWalk, contract_results

__all__ = [
    "CHECKS",
    "ContractCheck",
    "ContractResult",
    "ContractWalk",
    "Subject",
    "adapter_subject",
    "contract_results",
    "contract_suite",
    "vendor_subjects",
]
