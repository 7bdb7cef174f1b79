"""What ``new vendor`` writes.

* ``vendor_folder`` - the folder, and what speaks against it; ``profile_text`` - its profile; ``texts`` - the rest
"""

from oran_harness.cli.scaffold.profile_text import KINDS, OF_O1
from oran_harness.cli.scaffold.vendor_folder import NewVendor, write_vendor

__all__ = ["KINDS", "OF_O1", "NewVendor", "write_vendor"]
