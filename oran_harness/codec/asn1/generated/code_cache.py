"""Compiled generated code, kept between runs: compiling takes three times as long as generating.

An entry is named by the hash of the text, to which schema, records and generator have come down, and of the version of
the interpreter, whose own form the code has.
"""

import hashlib
import importlib.util
import marshal
import sys
from types import CodeType

from oran_harness.codec.asn1 import kept

FORM = 1
"""Counts the forms that entries have had."""
NAME = "<generated PER>"


def compiled(text: str) -> CodeType:
    """The code of a generated text."""
    return compile(text, NAME, "exec")


def kept_or_compiled(text: str) -> CodeType:
    """The same, from the cache where it has it."""
    folder = kept.folder()
    if folder is None:
        return compiled(text)
    digest = hashlib.sha256(f"{FORM} {sys.implementation.cache_tag} ".encode() + importlib.util.MAGIC_NUMBER)
    digest.update(text.encode())
    path = folder / "code" / digest.hexdigest()
    body = kept.read(path)
    if body is not None:
        try:
            code = marshal.loads(body)
        except (ValueError, TypeError, EOFError):
            code = None
        if isinstance(code, CodeType):
            return code
    code = compiled(text)
    kept.write(path, marshal.dumps(code))
    return code
