"""The adapter contract, held against sample vendors as against anybody's: one that is launched, one behind gRPC."""

from oran_harness.testing import contract_suite
from tests.vendors.samples import VENDORS

# Bravo and delta are launched as alfa is, with other options.
TestAlfa = contract_suite(VENDORS / "alfa")
TestEcho = contract_suite(VENDORS / "echo", serving="echo_adapter:Adapter")
