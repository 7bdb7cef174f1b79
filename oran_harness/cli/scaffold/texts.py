"""The files of a new vendor beside its profile."""

import inspect
from collections.abc import Sequence

from oran_harness.cli.scaffold.profile_text import GRPC_PORT, MEETING, MEETING_OF_O1
from oran_harness.model import Role
from oran_harness.testing import product_adapter

ADAPTER = "adapter.py"
CLASS = f"adapter:{product_adapter.ProductAdapter.__name__}"

_EXPECTED = """\
# What is known to be wrong with {name}, each with a reason; docs/known-verdicts.md explains it. Nothing is known yet:
#
# [[known]]
# id = "{case}"
# verdict = "fail"
# reason = "What is wrong, and when it will be mended."
#
# oran-harness run --sut {place} --write-expected expected
# adds what a run finds. Give each a reason.
"""

_FIRST_CASES = {
    Role.NEAR_RT_RIC: "E2AP-SETUP-101",
    Role.E2_NODE: "E2AP-SETUP-201",
    Role.O1_PROVIDER: "O1-HELLO-101",
    Role.O1_MANAGER: "O1-HELLO-201",
}
# Spelled in parts: this module looks for no file of its own.
_HERE = "Path(__" + "file__).parent"
_TEST = '''\
"""The adapter contract: what oran-harness demands of whatever starts, stops and stimulates {name}."""

from pathlib import Path

from oran_harness.testing import contract_suite

TestContract = contract_suite({arguments})
'''
_STANDS_IN = "the reference peer of oran-harness\nstands in for it until you change that."
_BEGIN = {
    "command": f"Put the command that starts your product into `profile.toml`; {_STANDS_IN}",
    "container": "Put the name of your image, and what its command line needs, into `profile.toml`.",
    "adapter": f"`adapter.py` starts, stops and stimulates your product; {_STANDS_IN}",
    "grpc": f"`adapter.py` starts, stops and stimulates your product; {_STANDS_IN}\n"
    "Serve it where the product is, in a terminal of its own, and give `profile.toml` its address:\n\n"
    "    (cd {place} && oran-harness serve adapter {adapter} --listen grpc://127.0.0.1:{port})\n\n"
    "In another language: serve the seven calls of `specs/adapter/adapter.proto`, and take both files of Python out.",
    "operator": "Say in `profile.toml` where the two meet ({meeting} until then). A run asks you, at the\n"
    "terminal, to start the product, and to stop it.",
    "wire": "Say in `profile.toml` where the two meet ({meeting} until then), and start the product before\n"
    "you start a run.",
}


def readme_text(name: str, kind: str, roles: Sequence[Role], place: str) -> str:
    """How to go on; ``place`` is the folder as a command line names it."""
    of_o1 = all(role.interface == "o1" for role in roles)
    meeting = MEETING_OF_O1 if of_o1 else MEETING
    begin = _BEGIN[kind].format(place=place, adapter=CLASS, port=GRPC_PORT, meeting=meeting)
    chosen = f":{roles[0]}" if len(roles) > 1 else ""
    first, word = ("its hello", "hello") if of_o1 else ("E2 Setup", "setup")
    run = f"    oran-harness run --sut {place}{chosen} -k {word}"
    parts = [f"# {name}", begin]
    test = test_name(name)
    if has_test(kind):
        parts.append(f"`{test}` holds what starts the product against the adapter contract:\n\n    pytest {place}")
    parts.append(f"Then the product itself; first {first}, and all cases without `-k {word}`:\n\n{run}")
    parts.append("`expected.toml` lists what is known to be wrong with it, so that what is new stands out.")
    return "\n\n".join(parts) + "\n"


def expected_text(name: str, roles: Sequence[Role], place: str) -> str:
    """The file of known verdicts, which lists nothing yet, and shows how it would with a case of the first role."""
    return _EXPECTED.format(name=name, place=place, case=_FIRST_CASES[roles[0]])


def has_adapter(kind: str) -> bool:
    """Whether such a vendor brings an adapter of its own."""
    return kind in ("adapter", "grpc")


def has_test(kind: str) -> bool:
    """Whether such a vendor's contract suite can be run anywhere: no image is needed, no person, no product."""
    return has_adapter(kind) or kind == "command"


def test_name(name: str) -> str:
    """The file of the contract suite: a module's name, whatever the vendor's."""
    return f"test_{''.join(letter if letter.isalnum() else '_' for letter in name)}.py"


def test_text(name: str, kind: str) -> str:
    """The contract suite; an adapter that is to be served elsewhere is served by the test."""
    arguments = f'{_HERE}, serving="{CLASS}"' if kind == "grpc" else _HERE
    return _TEST.format(name=name, arguments=arguments)


def adapter_text() -> str:
    """The adapter to begin with."""
    return inspect.getsource(product_adapter)
