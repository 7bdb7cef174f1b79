"""Parsed schemas, shipped or kept between runs: parsing takes ten times as long as all else that loading does.

An entry is JSON, named by the hash of the schema's text, of asn1tools' version and of the entry's form. Those of the
schemas in ``specs/`` come with them, in ``specs/parsed/``; ``tools/write_parsed.py`` writes them.
"""

import hashlib
import json
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from oran_harness.codec.asn1 import kept
from oran_harness.codec.asn1.passed_over import refuse_passed_over
from oran_harness.model.errors import InputError, UsageError
from oran_harness.resources import parsed_schemas

FORM = 1
"""Counts the forms that entries have had."""
TUPLE = "()"
"""The key that stands for a tuple in JSON; no ASN.1 name looks like it."""
SECTIONS = ("types", "values", "imports", "object-classes", "object-sets")

Parsed = dict[str, Any]


def read_texts(paths: Sequence[Path]) -> tuple[str, ...]:
    """The text of schema files; raises ``InputError`` if one cannot be read."""
    texts = []
    for path in paths:
        try:
            texts.append(Path(path).read_text("utf-8"))
        except OSError as error:
            raise InputError(f"cannot read the schema {path}: {error.strerror or error}") from error
        except ValueError as error:
            raise InputError(f"the schema {path} is no text in UTF-8") from error
    return tuple(texts)


def load_parsed(paths: Sequence[Path]) -> Parsed:
    """The parse tree of a schema of one or more files, by module, as asn1tools' parser gives it.

    The caller owns the result. Raises ``InputError`` if a file cannot be read or is no ASN.1.
    """
    texts = read_texts(paths)
    parsed = recall(texts)
    return parse(texts) if parsed is None else parsed


def parse(texts: Sequence[str]) -> Parsed:
    """Parse a schema and keep the result for the next time; raises ``InputError`` if it is no ASN.1 that is read."""
    import asn1tools

    text = "\n".join(texts)
    try:
        parsed: Parsed = asn1tools.parse_string(text)
    except asn1tools.ParseError as error:
        raise InputError(f"the schema is no ASN.1: {error}") from error
    except Exception as error:
        # It stumbles over some of what it does not know.
        raise InputError(f"the schema has what asn1tools' parser does not know: {error}") from error
    refuse_passed_over(text)
    _remember(texts, parsed)
    return parsed


def recall(texts: Sequence[str]) -> Parsed | None:
    """The parse tree that is shipped, or that an earlier run kept; None if there is none."""
    path = _path(texts)
    return _restored(_shipped(texts)) or _restored(kept.read(path) if path is not None else None)


def _shipped(texts: Sequence[str]) -> bytes | None:
    """The entry of a schema that comes with this program."""
    with suppress(OSError, UsageError):
        return (parsed_schemas() / name(texts)).read_bytes()
    return None


def _restored(body: bytes | None) -> Parsed | None:
    """The parse tree of an entry, None if that holds something else."""
    if body is None:
        return None
    try:
        parsed = json.loads(body, object_hook=_restore)
    except (ValueError, TypeError, RecursionError):
        return None
    return parsed if _is_parsed(parsed) else None


def _remember(texts: Sequence[str], parsed: Parsed) -> None:
    path = _path(texts)
    if path is None:
        return
    body = entry(parsed)
    # What would not come back as it was is not worth keeping.
    if json.loads(body, object_hook=_restore) != parsed:
        return
    kept.write(path, body)


def entry(parsed: Parsed) -> bytes:
    """The body of an entry."""
    return json.dumps(_plain(parsed), separators=(",", ":")).encode()


def _path(texts: Sequence[str]) -> Path | None:
    """Where the user's entry of a schema belongs, None if he has no cache directory."""
    place = kept.folder()
    return None if place is None else place / name(texts)


def name(texts: Sequence[str]) -> str:
    """What the entry of a schema is called."""
    from asn1tools.version import __version__

    digest = hashlib.sha256(f"{FORM} asn1tools {__version__}".encode())
    for text in texts:
        octets = text.encode()
        digest.update(b"%d:" % len(octets) + octets)
    return f"asn1-{digest.hexdigest()}.json"


def _plain(value: Any) -> Any:
    """A parse tree as JSON can hold it."""
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        items = [_plain(one) for one in value]
        return {TUPLE: items} if isinstance(value, tuple) else items
    return value


def _restore(value: dict[str, Any]) -> Any:
    return tuple(value[TUPLE]) if TUPLE in value else value


def _is_parsed(value: Any) -> bool:
    return isinstance(value, dict) and all(
        isinstance(module, dict) and all(isinstance(module.get(section), dict) for section in SECTIONS)
        for module in value.values()
    )
