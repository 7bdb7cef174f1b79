"""Write the corpus that every campaign starts with: ``python tools/write_seeds.py``.

``seeds/e2ap/<message>/`` gets one plausible message of each kind; folders that hold anything else (finds) are left
alone.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from seed_messages import seeds

ROOT = Path(__file__).resolve().parent.parent


def files() -> dict[str, str]:
    """Each file's path in the checkout and the text that it should have."""
    texts = {}
    for seed in seeds():
        folder = f"seeds/e2ap/{seed.name}"
        texts[f"{folder}/input.hex"] = f"{seed.octets.hex()}\n"
        texts[f"{folder}/why.md"] = seed.why
    return texts


def main() -> int:
    """Write every file whose text changed; returns the process's exit code."""
    for path, text in files().items():
        target = ROOT / path
        if not target.is_file() or target.read_text("utf-8") != text:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, "utf-8")
            print(f"wrote {path}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
