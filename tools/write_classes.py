"""Write the typed values of E2AP and the service models from ``specs/``: ``python tools/write_classes.py``.

SEQUENCE becomes a frozen dataclass, CHOICE a tuple (alternative, value), ENUMERATED a literal string, lists tuples.
All editions share one class: a member that some edition lacks is optional. What is written is committed, so that
readers and type checkers see it; ``tests/architecture`` holds it against the specifications.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from packages import packages


def main() -> int:
    """Write every module whose text changed; returns the process's exit code."""
    root = Path(__file__).resolve().parent.parent
    for path, text in packages(root / "specs").items():
        target = root / path
        if not target.exists() or target.read_text("utf-8") != text:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, "utf-8")
            print(f"wrote {path}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
