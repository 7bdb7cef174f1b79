"""Known verdicts: what people wrote down of a product, beside its profile, and how a run compares with it.

* ``entry`` - one entry; ``verdicts`` - all of them, and a run against them
* ``reader`` - reads and judges an ``expected.toml``; ``proposal`` - writes entries for what is not listed yet
"""

from oran_harness.runner.known.entry import Entry
from oran_harness.runner.known.proposal import proposed, write_proposed
from oran_harness.runner.known.reader import FILE_NAME, read_known
from oran_harness.runner.known.verdicts import Expectations, KnownVerdicts

__all__ = ["FILE_NAME", "Entry", "Expectations", "KnownVerdicts", "proposed", "read_known", "write_proposed"]
