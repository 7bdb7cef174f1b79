"""Reads how a product is started: as a process of this machine, or as a container."""

import re
import signal
from pathlib import Path

from oran_harness.adapters.container import RUNTIMES, Container
from oran_harness.adapters.fields import Fields, like, one_of
from oran_harness.adapters.launch_line import PLACEHOLDERS_OF, unknown_placeholders
from oran_harness.adapters.profile import Launch
from oran_harness.adapters.secrets import must_be_hidden
from oran_harness.model import Role

LONGEST_WAIT_S = 3600
"""Seconds that anything may be waited for."""
_IMAGE = like(r"[A-Za-z0-9][\w.:/@-]{0,254}", "the name of an image such as alfa/du:1.4")
_NETWORK = like(r"[A-Za-z0-9][\w.:/=,-]{0,127}", "host, bridge or the name of a network")


def read_launch(role: Role, fields: Fields, folder: Path) -> Launch:
    """A command that is run here."""
    command = fields.texts("command", required=True) or ()
    if command and not command[0].strip():
        fields.wrong("command[0]", "is empty, expected a program")
    return _launch(role, fields, folder, command, None)


def read_container(role: Role, fields: Fields, folder: Path, image: str) -> Launch:
    """An image that a container runtime runs; ``image`` is the name of the field that names it."""
    ports = _list(role, fields, "ports")
    network = fields.text("network", check=_NETWORK)
    if ports and network == "host":
        fields.wrong("ports", "are published, which the network host does not do; expected one of the two")
    container = Container(
        image=fields.text(image, required=True, check=_IMAGE) or "",
        runtime=fields.text("runtime", check=one_of(RUNTIMES)),
        network=network or ("bridge" if ports else "host"),
        ports=ports,
        volumes=_list(role, fields, "volumes"),
        options=_list(role, fields, "options"),
    )
    return _launch(role, fields, folder, fields.texts("command") or (), container)


def _launch(role: Role, fields: Fields, folder: Path, command: tuple[str, ...], container: Container | None) -> Launch:
    """What both have in common."""
    for number, word in enumerate(command):
        _check_placeholders(role, fields, f"command[{number}]", word)
    cwd = fields.text("cwd") if container is None else None
    launch = Launch(
        command=command,
        folder=folder,
        cwd=folder / cwd if cwd is not None else folder,
        ready=fields.text("ready", check=_expression),
        ready_timeout_s=fields.number("ready_timeout_s", 30, 0.1, LONGEST_WAIT_S),
        env=_environment(role, fields),
        stop_signal=_signal(fields),
        stop_timeout_s=fields.number("stop_timeout_s", 5, 0, LONGEST_WAIT_S),
        stimuli=fields.text("stimuli", check=one_of(("stdin",))) is not None,
        stimulus_timeout_s=fields.number("stimulus_timeout_s", 10, 0.1, LONGEST_WAIT_S),
        container=container,
    )
    fields.done()
    return launch


def _list(role: Role, fields: Fields, name: str) -> tuple[str, ...]:
    texts = fields.texts(name) or ()
    for number, text in enumerate(texts):
        _check_placeholders(role, fields, f"{name}[{number}]", text)
    return texts


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
