"""Reads one role of a profile: how it is reached, and what is claimed of it."""

import re
import signal
from pathlib import Path

from oran_harness.adapters.fields import Fields, like, one_of
from oran_harness.adapters.launch_line import PLACEHOLDERS_OF, unknown_placeholders
from oran_harness.adapters.profile import Launch, ModelClaim, ProfileClaims, RoleProfile
from oran_harness.adapters.secrets import must_be_hidden
from oran_harness.model import Role, UsageError
from oran_harness.protocols.e2ap.procedures import PROCEDURES
from oran_harness.transports import parse_address

SCHEMES = ("sctp", "sctp+udp", "tcp", "grpc", "grpcs")
"""Transports that a product of its own process can speak."""
_LONGEST_WAIT_S = 3600
_LONGEST_EFFECT_S = 300
_EDITION = like(r"\d{1,2}\.\d{2}", "an edition such as 3.01")
_CLASS = like(r"[A-Za-z_][\w.]*:[A-Za-z_]\w*", "module:Class")


def _uri(text: str) -> str | None:
    try:
        parse_address(text)
    except UsageError as error:
        return f"a URI such as sctp://192.0.2.1:36421 ({str(error).rstrip('.')})"
    return None


def read_role(role: Role, fields: Fields, folder: Path) -> RoleProfile:
    """The role as its table says; what is wrong is among the problems of the fields."""
    launch, adapter, later = _ways(role, fields, folder)
    address = fields.text("address", check=_uri)
    listen = fields.text("listen", check=_uri)
    transport = fields.texts("transport", check=one_of(SCHEMES))
    claims = fields.inner("claims")
    read = RoleProfile(
        role=role,
        launch=launch,
        adapter=adapter,
        address=address,
        listen=listen,
        transport=transport or ("sctp",),
        claims=_claims(claims) if claims is not None else None,
        later=later,
        effect_timeout_s=fields.number("effect_timeout_s", 0, 0.1, _LONGEST_EFFECT_S) or None,
    )
    _one_way(role, fields)
    fields.done()
    return read


def _ways(role: Role, fields: Fields, folder: Path) -> tuple[Launch | None, str | None, str | None]:
    """The launch, the class of an adapter, and what comes later; each may stand in the role or in its launch."""
    adapter, later = _other_ways(fields)
    inner = fields.inner("launch")
    if inner is None:
        return None, adapter, later
    if inner.has("command") or not any(map(inner.has, ("container", "adapter", "operator"))):
        return _launch(role, inner, folder), adapter, later
    other, comes_later = _other_ways(inner)
    inner.done()
    return None, adapter or other, later or comes_later


def _other_ways(fields: Fields) -> tuple[str | None, str | None]:
    adapter = fields.text("adapter")
    later = "a gRPC adapter" if adapter is not None and adapter.startswith("grpc://") else None
    if adapter is not None and later is None and (expected := _CLASS(adapter)) is not None:
        fields.wrong("adapter", f"is {adapter[:60]!r}, expected {expected} or grpc://HOST:PORT")
    if fields.text("container") is not None:
        later = "a container"
    if fields.flag("operator"):
        later = "an operator at the bench"
    return None if later else adapter, later


def _one_way(role: Role, fields: Fields) -> None:
    started = [name for name in ("launch", "container", "adapter", "operator") if fields.has(name)]
    if len(started) > 1:
        fields.wrong(started[1], f"is one way to reach the product and {started[0]} another; expected one of them")
    if fields.has("address") and fields.has("listen"):
        fields.wrong("listen", "is one way to reach the product and address another; expected one of them")
    elif role is Role.NEAR_RT_RIC and fields.has("listen"):
        fields.wrong("listen", "is where we listen; a near-rt-ric listens itself, expected address")
    elif role is Role.E2_NODE and fields.has("address"):
        fields.wrong("address", "is where the product listens; an e2-node connects to us, expected listen")
    if not started and not fields.has("address") and not fields.has("listen"):
        fields.wrong_as_a_whole("has no way to reach the product; expected launch, address or listen")


def _launch(role: Role, fields: Fields, folder: Path) -> Launch:
    command = fields.texts("command", required=True) or ()
    if command and not command[0].strip():
        fields.wrong("command[0]", "is empty, expected a program")
    for number, word in enumerate(command):
        _check_placeholders(role, fields, f"command[{number}]", word)
    cwd = fields.text("cwd")
    launch = Launch(
        command=command,
        folder=folder,
        cwd=folder / cwd if cwd is not None else folder,
        ready=fields.text("ready", check=_expression),
        ready_timeout_s=fields.number("ready_timeout_s", 30, 0.1, _LONGEST_WAIT_S),
        env=_environment(role, fields),
        stop_signal=_signal(fields),
        stop_timeout_s=fields.number("stop_timeout_s", 5, 0, _LONGEST_WAIT_S),
        stimuli=fields.text("stimuli", check=one_of(("stdin",))) is not None,
        stimulus_timeout_s=fields.number("stimulus_timeout_s", 10, 0.1, _LONGEST_WAIT_S),
    )
    fields.done()
    return launch


def _environment(role: Role, fields: Fields) -> dict[str, str]:
    inner = fields.inner("env")
    if inner is None:
        return {}
    found: dict[str, str] = {}
    for name, value in inner.pairs():
        if not re.fullmatch(r"[A-Za-z_]\w*", name):
            inner.wrong(name, "is no name of an environment variable")
        elif must_be_hidden(name, value):
            inner.wrong(name, "looks like a secret in the open; expected env:NAME or file:PATH")
        _check_placeholders(role, inner, name, value)
        found[name] = value
    return found


def _check_placeholders(role: Role, fields: Fields, name: str, text: str) -> None:
    known = ", ".join(f"{{{each}}}" for each in PLACEHOLDERS_OF[role])
    for placeholder in unknown_placeholders(text, role):
        fields.wrong(name, f"holds {{{placeholder}}}; for the role {role} there are {known}")


def _signal(fields: Fields) -> int:
    names = {each.name: each.value for each in signal.Signals}
    name = fields.text("stop_signal", check=one_of(names))
    return names[name] if name is not None else signal.SIGTERM


def _expression(text: str) -> str | None:
    try:
        re.compile(text)
    except (re.error, RecursionError, OverflowError) as error:
        return f"a regular expression ({error})"
    return None


def _claims(fields: Fields) -> ProfileClaims:
    names = [procedure.name for procedure in PROCEDURES.values()]
    claims = ProfileClaims(
        e2ap=fields.texts("e2ap", check=_EDITION) or (),
        procedures=fields.texts("procedures", check=one_of(names)) or (),
        service_models=tuple(_model(each) for each in fields.inners("service_models")),
    )
    fields.done()
    return claims


def _model(fields: Fields) -> ModelClaim:
    claim = ModelClaim(
        name=fields.text("name", required=True, check=like(r"[A-Z0-9]{1,16}", "a short name such as KPM")) or "",
        oid=fields.text("oid", check=like(r"\d+(\.\d+)+", "an OID such as 1.3.6.1.4.1.53148.1.2.2.2")),
        revision=fields.text("revision", check=_EDITION),
        styles=fields.integers("styles", 1, 255),
    )
    fields.done()
    return claim
