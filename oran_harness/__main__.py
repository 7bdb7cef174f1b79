"""``python -m oran_harness`` is the same as ``oran-harness``."""

import sys

from oran_harness.cli import main

if __name__ == "__main__":
    sys.exit(main())
