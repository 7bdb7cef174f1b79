"""JSON documents to octets, with errors that name the place in the document."""

from typing import Any

from oran_harness.cli.shown.type_view import editions_with, schema
from oran_harness.codec.asn1 import EncodeError
from oran_harness.codec.json import JsonForm, JsonMismatch
from oran_harness.model.errors import UsageError
from oran_harness.protocols.e2ap.document import from_document
from oran_harness.protocols.e2ap.received import shorten
from oran_harness.resources import interface


def encode_document(document: Any, edition: str | None = None) -> bytes:
    """The octets of a message, or of a value of any type, where the document names a type.

    Raises ``UsageError``, naming the place, if the document describes neither.
    """
    if isinstance(document, dict) and "type" in document:
        return encode_value(document, edition)
    return encode_message(document, edition)


def encode_message(document: Any, edition: str | None = None) -> bytes:
    """The octets of a message; raises ``UsageError``, naming the place, if the document does not describe one."""
    written = from_document(document, edition)
    name = written.message.NAME
    try:
        return written.encode()
    except EncodeError as error:
        path = shorten(error.path)
        if path == name:
            path = ""
        elif path.startswith(f"{name}."):
            path = f"ies{path[len(name) :]}"
        where = f"{path}: " if path else f"{name}: "
        raise UsageError(f"{where}{error.message} (E2AP {written.edition}).") from None


def encode_value(document: dict[str, Any], edition: str | None = None) -> bytes:
    """The octets of a value; raises ``UsageError``, naming the place, if the document does not describe one."""
    type_name, key = document["type"], document.get("interface")
    if not isinstance(type_name, str):
        raise JsonMismatch("type", "the name of an ASN.1 type must stand here")
    if "value" not in document:
        raise JsonMismatch("value", "the value of the type is missing")
    key, editions = editions_with(type_name, key if key in ("kpm", "rc", "ni") else None)
    chosen = edition or document.get("edition") or editions[-1]
    if chosen not in editions:
        raise UsageError(f"{interface(key).title} {chosen} has no type {type_name}; choose of {', '.join(editions)}.")
    codec = schema(key, chosen)
    value = JsonForm(codec).from_json(type_name, document["value"], "value")
    try:
        return codec.encode(type_name, value)
    except EncodeError as error:
        path = f"value.{error.path}" if error.path else "value"
        raise UsageError(f"{path}: {error.message} ({interface(key).title} {chosen}).") from None
