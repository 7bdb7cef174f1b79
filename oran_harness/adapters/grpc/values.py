"""Between the messages of ``specs/adapter/adapter.proto`` and what adapters take and give."""

import json
from collections.abc import Mapping
from typing import Any

from google.protobuf.message import DecodeError

from oran_harness.adapters.adapter import Addresses, Description, Health, StimulusAnswer, StimulusStatus
from oran_harness.adapters.grpc.description import MESSAGES

LARGEST_DETAILS = 65_536
"""Octets of an answer's details."""
_LONGEST = 2000
_STATUSES = (None, StimulusStatus.DONE, StimulusStatus.UNSUPPORTED, StimulusStatus.FAILED)


class Nonsense(Exception):
    """What came is no message of the service, or says what cannot be; the text says why."""


def message_of(name: str, octets: bytes) -> Any:
    """The message that octets hold. Raises ``Nonsense``."""
    try:
        return MESSAGES[name].FromString(octets)
    except DecodeError:
        raise Nonsense(f"no {name} of specs/adapter/adapter.proto") from None


def start_request(addresses: Addresses) -> Any:
    """What ``Start`` is asked with."""
    return MESSAGES["StartRequest"](peer_uri=addresses.peer, own_uri=addresses.own, e2ap=addresses.e2ap)


def addresses_of(request: Any) -> Addresses:
    """The addresses that ``Start`` is asked with."""
    return Addresses(_given(request, "peer_uri"), _given(request, "own_uri"), _given(request, "e2ap"))


def stimulate_request(name: str, arguments: Mapping[str, Any]) -> Any:
    """What ``Stimulate`` is asked with."""
    return MESSAGES["StimulateRequest"](name=name, arguments=json.dumps(dict(arguments)))


def arguments_of(request: Any) -> dict[str, Any]:
    """The arguments that ``Stimulate`` is asked with. Raises ``Nonsense``."""
    return _object("arguments", request.arguments)


def description_reply(description: Description) -> Any:
    """The answer of ``Describe``."""
    reply = MESSAGES["DescribeReply"](product=description.product, version=description.version)
    if description.stimuli is not None:
        reply.stimuli.SetInParent()
        reply.stimuli.names.extend(description.stimuli)
    return reply


def description_of(reply: Any) -> Description:
    """What ``Describe`` answered."""
    names = tuple(name[:_LONGEST] for name in reply.stimuli.names) if reply.HasField("stimuli") else None
    version = _given(reply, "version")
    return Description(reply.product[:_LONGEST], version[:_LONGEST] if version is not None else None, names)


def answer_reply(answer: StimulusAnswer) -> Any:
    """The answer of ``Stimulate``."""
    details = json.dumps(dict(answer.details)) if answer.details else ""
    return MESSAGES["StimulateReply"](status=_STATUSES.index(answer.status), details=details)


def answer_of(reply: Any) -> StimulusAnswer:
    """What ``Stimulate`` answered. Raises ``Nonsense``."""
    status = _STATUSES[reply.status] if 0 <= reply.status < len(_STATUSES) else None
    if status is None:
        raise Nonsense(f"the status {reply.status}, which means nothing")
    return StimulusAnswer(status, _object("details", reply.details))


def health_reply(health: Health) -> Any:
    """The answer of ``Health``."""
    return MESSAGES["HealthReply"](alive=health.alive, detail=health.detail, exit_status=health.exit_status)


def health_of(reply: Any) -> Health:
    """What ``Health`` answered."""
    return Health(reply.alive, reply.detail[:_LONGEST], _given(reply, "exit_status"))


def collect_reply(files: Mapping[str, bytes]) -> Any:
    """The answer of ``Collect``."""
    return MESSAGES["CollectReply"](files=dict(files))


def files_of(reply: Any) -> dict[str, bytes]:
    """What ``Collect`` answered."""
    return dict(reply.files)


def _given(message: Any, field: str) -> Any:
    return getattr(message, field) if message.HasField(field) else None


def _object(field: str, text: str) -> dict[str, Any]:
    if len(text.encode()) > LARGEST_DETAILS:
        raise Nonsense(f"{field} of more than {LARGEST_DETAILS} octets")
    if not text:
        return {}
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, dict):
        raise Nonsense(f"{field} that are no JSON object")
    return value
