"""Write the schemas of ``specs/`` as asn1tools parses them: ``python tools/write_parsed.py``.

Parsing them takes most of the time of a first start. What is written is committed and shipped; an entry is named by the
text that it was parsed from and by asn1tools' version, so that one which does not fit is never taken.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import asn1tools

from oran_harness.codec.asn1.cache import entry, name, read_texts
from oran_harness.resources import interface, parsed_schemas

KEYS = ("e2ap", "kpm", "rc", "ni")


def schemas() -> dict[str, tuple[str, ...]]:
    """The texts of each schema, by the name of its entry."""
    editions = [edition for key in KEYS for edition in interface(key).editions]
    texts = [read_texts(edition.schema) for edition in editions]
    return {name(each): each for each in texts}


def parsed(texts: tuple[str, ...]) -> bytes:
    """The entry of a schema."""
    return entry(asn1tools.parse_string("\n".join(texts)))


def main() -> int:
    """Write what is missing, and remove what is none of them any more; returns the process's exit code."""
    folder = parsed_schemas()
    folder.mkdir(exist_ok=True)
    wanted = schemas()
    for path in folder.iterdir():
        if path.name not in wanted:
            path.unlink()
            print(f"removed {path.name}")
    for each, texts in wanted.items():
        if not (folder / each).exists():
            (folder / each).write_bytes(parsed(texts))
            print(f"wrote {each}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
