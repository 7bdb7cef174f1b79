"""Reads one role of a profile: how it is reached, and what is claimed of it."""

from pathlib import Path

from oran_harness.adapters.endpoint import endpoint_of
from oran_harness.adapters.fields import Fields, like, one_of
from oran_harness.adapters.launch_reader import LONGEST_WAIT_S, read_container, read_launch
from oran_harness.adapters.login import Login, read_login
from oran_harness.adapters.profile import Launch, ModelClaim, ProfileClaims, RoleProfile
from oran_harness.adapters.trials import Trials, read_trials
from oran_harness.model import Role, UsageError
from oran_harness.protocols.e2ap.procedures import PROCEDURES
from oran_harness.protocols.netconf.capability_names import CAPABILITIES
from oran_harness.transports import parse_address

SCHEMES = {
    "e2": ("sctp", "sctp+udp", "tcp", "grpc", "grpcs"),
    "o1": ("netconf+ssh", "netconf+tls"),
}
"""Transports that a product of its own process can speak, by interface; the first is the usual one."""
VERSIONS = ("1.0", "1.1")
"""The versions of NETCONF's base protocol (RFC 6241 8.1)."""
_STARTED = ("launch", "container", "adapter", "operator")
"""How a product is started that does not run already."""
_REMOTE = ("grpc://", "grpcs://")
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
    launch, adapter, operator = _ways(role, fields, folder)
    remote = adapter is not None and adapter.startswith(_REMOTE)
    address = fields.text("address", check=_uri)
    listen = fields.text("listen", check=_uri)
    schemes = SCHEMES[role.interface]
    transport = fields.texts("transport", check=one_of(schemes))
    claims = fields.inner("claims")
    login = fields.inner("login") if role.interface == "o1" else None
    read = RoleProfile(
        role=role,
        launch=launch,
        adapter=adapter,
        endpoint=endpoint_of(adapter, folder) if adapter is not None and remote else None,
        operator=operator,
        address=address,
        listen=listen,
        transport=transport or schemes[:1],
        claims=_CLAIMS[role.interface](claims) if claims is not None else None,
        login=read_login(login, folder) if login is not None else Login(),
        trials=read_trials(fields, folder) if role.interface == "o1" else Trials(),
        **(_patience(fields) if adapter is not None else {}),
        effect_timeout_s=fields.number("effect_timeout_s", 0, 0.1, _LONGEST_EFFECT_S) or None,
    )
    _one_way(role, fields)
    fields.done()
    return read


def _ways(role: Role, fields: Fields, folder: Path) -> tuple[Launch | None, str | None, bool]:
    """The launch, the adapter, and whether a person is asked; each may stand in the role or in its launch."""
    launch = _container(role, fields, folder)
    adapter, operator = _adapter(fields, folder), fields.flag("operator")
    inner = fields.inner("launch")
    if inner is None:
        return launch, adapter, operator
    if inner.has("container"):
        return read_container(role, inner, folder, "container"), adapter, operator
    if inner.has("command") or not any(map(inner.has, ("adapter", "operator"))):
        return read_launch(role, inner, folder), adapter, operator
    adapter, operator = _adapter(inner, folder), inner.flag("operator")
    _not_both(inner)
    inner.done()
    return None, adapter, operator


def _adapter(fields: Fields, folder: Path) -> str | None:
    """``module:Class``, or the URI of a gRPC service."""
    adapter = fields.text("adapter")
    if adapter is None:
        return None
    if adapter.startswith(_REMOTE):
        try:
            endpoint_of(adapter, folder)
        except UsageError as error:
            fields.wrong("adapter", f"cannot be: {str(error).rstrip('.')}")
            return None
    elif (expected := _CLASS(adapter)) is not None:
        fields.wrong("adapter", f"is {adapter[:60]!r}, expected {expected} or grpc://HOST:PORT")
    return adapter


def _patience(fields: Fields) -> dict[str, float]:
    """The seconds that calls of an adapter may take."""
    usual = {"ready_timeout_s": 30.0, "stop_timeout_s": 30.0, "stimulus_timeout_s": 10.0}
    return {name: fields.number(name, seconds, 0.1, LONGEST_WAIT_S) for name, seconds in usual.items()}


def _container(role: Role, fields: Fields, folder: Path) -> Launch | None:
    """A container that is no more than the name of an image, or a table."""
    if not fields.has("container"):
        return None
    if isinstance(fields.table["container"], dict):
        inner = fields.inner("container")
        return read_container(role, inner, folder, "image") if inner is not None else None
    image = fields.alone("container")
    return read_container(role, image, folder, "container")


def _one_way(role: Role, fields: Fields) -> None:
    started = _not_both(fields)
    if fields.has("address") and fields.has("listen"):
        fields.wrong("listen", "is one way to reach the product and address another; expected one of them")
    elif role is Role.NEAR_RT_RIC and fields.has("listen"):
        fields.wrong("listen", "is where we listen; a near-rt-ric listens itself, expected address")
    elif role is Role.E2_NODE and fields.has("address"):
        fields.wrong("address", "is where the product listens; an e2-node connects to us, expected listen")
    if fields.table.get("operator") is False and not fields.has("address") and not fields.has("listen"):
        fields.wrong("operator", "is false, which is no way to reach the product; expected true, or another way")
    if not started and not fields.has("address") and not fields.has("listen"):
        where = "address" if role in (Role.NEAR_RT_RIC, Role.O1_PROVIDER) else "listen"
        fields.wrong_as_a_whole(f"has no way to reach the product; expected {', '.join(_STARTED)} or {where}")


def _not_both(fields: Fields) -> list[str]:
    """The ways to start a product that there are; more than one is a problem."""
    started = [name for name in _STARTED if fields.has(name)]
    for other in started[1:]:
        fields.wrong(other, f"is one way to reach the product and {started[0]} another; expected one of them")
    return started


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


def _claims_of_o1(fields: Fields) -> ProfileClaims:
    claims = ProfileClaims(
        netconf=fields.texts("netconf", check=one_of(VERSIONS)) or (),
        capabilities=fields.texts("capabilities", check=one_of(CAPABILITIES)) or (),
    )
    fields.done()
    return claims


_CLAIMS = {"e2": _claims, "o1": _claims_of_o1}
