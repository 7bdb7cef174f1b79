"""The ``profile.toml`` of a new vendor: one for each way to reach a product."""

from collections.abc import Sequence

from oran_harness.model import Role

KINDS = ("command", "container", "adapter", "grpc", "operator", "wire")
"""The ways to reach a product: we start it, an engine does, an adapter does, one elsewhere, a person, nobody."""
GRPC_PORT = 7000
"""Where a new vendor's adapter is served, until somebody says otherwise."""
MEETING = "tcp://127.0.0.1:36421"
"""Where a product is met that we do not start, until somebody says otherwise."""

_HEAD = """\
# What is claimed of {name}, and how it is reached. docs/profiles.md explains every field.
[vendor]
name = "{name}"
product = "{name}"
# version = "1.0"
"""
_WAYS = {
    "command": """\
transport = ["sctp", "tcp"]    # the first of these that this machine has

[roles.{role}.launch]
# The reference peer of oran-harness stands in for your product: put its command here.
command = [
    "{{python}}", "-m", "oran_harness", "serve", "{role}", {option}, "--e2ap", "{{e2ap}}", "--control",{more}
]
ready = "^ready: "
stimuli = "stdin"              # it takes stimuli as JSON lines; leave it out if yours does not
""",
    "container": """\
transport = ["sctp", "tcp"]    # the first of these that this machine has

[roles.{role}.container]
image = "{image}:latest"       # docker or podman runs it; pull or build it before
command = [{option}]
ready = "ready"                # a line of its output that matches this
""",
    "adapter": """\
adapter = "adapter:ProductAdapter"    # the class in adapter.py; the harness runs it in a process of its own
transport = ["sctp", "tcp"]           # the first of these that this machine has
""",
    "grpc": """\
# Where the adapter is served; README.md says how. It is given a free port of loopback: for a product on another machine
# give {where} the address at which the two meet.
adapter = "grpc://127.0.0.1:{port}"
transport = ["sctp", "tcp"]           # the first of these that this machine has
""",
    "operator": """\
operator = true                # the harness asks a person, at the terminal, to start and to stop the product
{where} = "{meeting}"
""",
    "wire": """\
# {someone}
{where} = "{meeting}"
""",
}
_CLAIMS = """
# What is claimed has to work; what is not may be refused, properly. Claim what your product has.
[roles.{role}.claims]
e2ap = ["3.01"]
procedures = ["E2setup", "ErrorIndication", "Reset", "RICsubscription", "RICsubscriptionDelete", "RICindication"]
# service_models = [{{ name = "KPM", oid = "1.3.6.1.4.1.53148.1.2.2.2", revision = "3.00", styles = [1, 2] }}]
"""
_CLAIMS_OF_O1 = """
# What is claimed has to be in the hello, and to work; what is not may be refused, properly.
[roles.{role}.claims]
netconf = ["1.0", "1.1"]
capabilities = ["writable-running", "rollback-on-error", "validate", "xpath"]
"""
MEETING_OF_O1 = "netconf+ssh://127.0.0.1:830"
"""The same at O1."""
_LOGIN = """\
# Who logs in, and where the password is: env:NAME, file:PATH, or made, which is made for each run.
login = {{ user = "admin", password = "{password}" }}
"""
_WAYS_OF_O1 = {
    "command": """
[roles.{role}.launch]
# The reference peer of oran-harness stands in for your product: put its command here.
command = [
    "{{python}}", "-m", "oran_harness", "serve", "{role}", "--control",
    "{place}", "netconf+ssh://{host}?password=file:{{password_file}}",
]
ready = "^ready: "
stimuli = "stdin"              # it takes stimuli as JSON lines; leave it out if yours does not
""",
    "container": """
[roles.{role}.container]
image = "{image}:latest"       # docker or podman runs it; pull or build it before
command = [{option}]
ready = "ready"                # a line of its output that matches this
""",
}
OF_O1 = ("command", "container", "operator", "wire")
"""The ways to reach a product at O1 that are written for a new vendor."""
_BACK_AT_ONCE = '\n    "--reconnect-after", "0.001",    # the harness wants a fresh association for each case'


def profile_text(name: str, kind: str, roles: Sequence[Role]) -> str:
    """The profile of a vendor of that name, reached in the same way in each of its roles."""
    return _HEAD.format(name=name) + "".join(_role(name, kind, role) for role in roles)


def _role(name: str, kind: str, role: Role) -> str:
    return _role_of_o1(name, kind, role) if role.interface == "o1" else _role_of_e2(name, kind, role)


def _role_of_o1(name: str, kind: str, role: Role) -> str:
    manager = role is Role.O1_MANAGER
    ends = {
        "role": role,
        "image": name.lower(),
        "place": "--connect" if manager else "--listen",
        "host": "{user}@{peer_host}:{peer_port}" if manager else "{user}@{own_host}:{own_port}",
        "option": '"{peer_uri}"' if manager else '"{own_uri}"',
        "where": "listen" if manager else "address",
        "meeting": MEETING_OF_O1,
        "someone": "We listen here, and the product connects." if manager else "The product listens here.",
    }
    login = _LOGIN.format(password="made" if kind == "command" else "env:PASSWORD")
    way = (_WAYS | _WAYS_OF_O1)[kind].format(**ends)
    head = way if kind not in _WAYS_OF_O1 else ""
    tail = way if kind in _WAYS_OF_O1 else ""
    return f"\n[roles.{role}]\n{head}{login}{tail}{_CLAIMS_OF_O1.format(role=role)}"


def _role_of_e2(name: str, kind: str, role: Role) -> str:
    node = role is Role.E2_NODE
    way = _WAYS[kind].format(
        role=role,
        image=name.lower(),
        option='"--connect", "{peer_uri}"' if node else '"--listen", "{own_uri}"',
        more=_BACK_AT_ONCE if node and kind == "command" else "",
        where="listen" if node else "address",
        meeting=MEETING,
        port=GRPC_PORT,
        someone="We listen here, and the product connects." if node else "The product listens here.",
    )
    return f"\n[roles.{role}]\n{way}{_CLAIMS.format(role=role)}"
