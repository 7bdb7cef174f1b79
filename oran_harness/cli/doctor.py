"""``doctor``: what this machine can and cannot do."""

import importlib.util
import json
import os
import platform
import shutil
import sys
from dataclasses import asdict, dataclass

from oran_harness.cli.exit_code import ExitCode
from oran_harness.cli.options import AsJson
from oran_harness.cli.shown.printable import printable
from oran_harness.cli.shown.terminal import Terminal, terminal
from oran_harness.model.errors import UsageError

SCHEMA = "oran-harness/doctor/1"
OLDEST_PYTHON = (3, 11)
_SCTP = 132
_INTERFACES = (("e2ap", "E2AP"), ("kpm", "E2SM-KPM"), ("rc", "E2SM-RC"))
# What NETCONF needs: names to import, and to install.
_O1 = (("asyncssh", "asyncssh"), ("lxml", "lxml"), ("oopt_gnpy_libyang", "oopt-gnpy-libyang"), ("pyang", "pyang"))
# Name to import, name to install, whether essential, what for.
_LIBRARIES = (
    ("asn1tools", "asn1tools", True, "compiles the specifications; without it no message can be decoded"),
    ("scapy", "scapy", True, "reads captures; without it only histories can be checked"),
    (
        "grpc",
        "grpcio",
        False,
        "carries E2 over grpc:// and grpcs://, O1 over netconf+grpc://; others work without",
    ),
    ("rich", "rich", False, "shows the progress of a long check"),
)


@dataclass(frozen=True, slots=True)
class Examination:
    """One thing that was looked at. ``essential``: without it the commands of this version do not work."""

    id: str
    fine: bool
    essential: bool
    found: str
    meaning: str
    advice: str = ""


def doctor(
    as_json: AsJson = False,
) -> int:
    """Say what this machine can and cannot do, what that means, and what to do about it.

    Exit codes:
      0  everything that the commands need is there
      2  something essential is missing; the line says what to do

    Examples:
      oran-harness doctor
      oran-harness doctor --json
    """
    examinations = examine()
    essential = all(each.fine for each in examinations if each.essential)
    if as_json:
        document = {"schema": SCHEMA, "fine": essential, "examinations": [asdict(each) for each in examinations]}
        sys.stdout.write(json.dumps(document, indent=2) + "\n")
    else:
        _show(examinations, essential)
    return ExitCode.FINE if essential else ExitCode.USAGE


def examine() -> list[Examination]:
    """Look at everything, the essential first."""
    return [
        _python(),
        *(_specification(key, title) for key, title in _INTERFACES),
        *(_library(*row) for row in _LIBRARIES),
        _cache(),
        _kernel_sctp(),
        _userland_sctp(),
        _netconf(),
        _program("tshark", "shows captures packet by packet; oran-harness does not need it"),
        _program("wireshark", "opens the captures that check --export writes"),
        _containers(),
        _colours(),
        _encoding(),
    ]


def _python() -> Examination:
    return Examination(
        "python",
        sys.version_info >= OLDEST_PYTHON,
        True,
        f"{platform.python_implementation()} {platform.python_version()}",
        "runs the harness",
        f"Install Python {'.'.join(map(str, OLDEST_PYTHON))} or later.",
    )


def _specification(key: str, title: str) -> Examination:
    from oran_harness import resources

    try:
        editions = resources.interface(key).editions
    except (UsageError, OSError) as error:
        return Examination(f"specs-{key}", False, True, str(error), f"what {title} is", "Install oran-harness again.")
    lost = [path.name for edition in editions for path in edition.schema if not path.is_file()]
    found = f"{title} {', '.join(edition.edition for edition in editions)}"
    if lost:
        found = f"{title}: the files {', '.join(sorted(set(lost)))} are missing"
    return Examination(
        f"specs-{key}",
        not lost,
        True,
        found,
        "the editions that can be decoded and judged",
        "Install oran-harness again.",
    )


def _library(module: str, name: str, essential: bool, use: str) -> Examination:
    fine = importlib.util.find_spec(module) is not None
    found = f"{name} {_version(name)}".rstrip() if fine else f"no {name}"
    return Examination(f"library-{name}", fine, essential, found, use, f"pip install {name}")


def _version(name: str) -> str:
    import importlib.metadata

    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return ""


def _cache() -> Examination:
    from oran_harness.codec.asn1.kept import folder

    place = folder()
    existing = place
    while existing is not None and not existing.exists() and existing != existing.parent:
        existing = existing.parent
    fine = existing is not None and existing.is_dir() and os.access(existing, os.W_OK | os.X_OK)
    return Examination(
        "cache",
        fine,
        False,
        "no cache directory" if place is None else printable(str(place)),
        "keeps parsed specifications; without it each start takes seconds longer",
        "" if fine else "Set XDG_CACHE_HOME to a folder that you can write to.",
    )


def _containers() -> Examination:
    import shutil
    import subprocess

    from oran_harness.adapters.container import ANSWER_S, QUESTION, RUNTIMES

    use = "runs products that are images (container in a profile)"
    path = next(filter(None, map(shutil.which, RUNTIMES)), None)
    if path is None:
        return Examination("containers", False, False, f"no {' or '.join(RUNTIMES)}", use, "Install one of them.")
    try:
        done = subprocess.run(
            [path, *QUESTION],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=ANSWER_S,
            check=False,
        )
        fine = done.returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        fine = False
    found = f"{path}, {'and its engine answers' if fine else 'and no engine answers it'}"
    return Examination("containers", fine, False, found, use, "Start its engine, or let this user use it.")


def _kernel_sctp() -> Examination:
    import socket

    try:
        socket.socket(socket.AF_INET, socket.SOCK_STREAM, _SCTP).close()
    except OSError as error:
        found = f"no SCTP in the kernel ({error.strerror or error})"
        fine = False
    else:
        found, fine = "SCTP in the kernel", True
    return Examination(
        "kernel-sctp",
        fine,
        False,
        found,
        "carries E2 over sctp://, as products speak it; tcp:// and grpc:// work without",
        "Load it with 'modprobe sctp' as root; in a container, load it on the host.",
    )


def _userland_sctp() -> Examination:
    from oran_harness.transports import userland_sctp_missing

    lack = userland_sctp_missing()
    return Examination(
        "userland-sctp",
        lack is None,
        False,
        "SCTP in user space (libusrsctp)" if lack is None else "no SCTP in user space",
        "carries E2 over sctp+udp:// (RFC 6951), where the kernel has no SCTP",
        "" if lack is None else lack,
    )


def _netconf() -> Examination:
    lacking = [name for module, name in _O1 if importlib.util.find_spec(module) is None]
    return Examination(
        "netconf",
        not lacking,
        False,
        f"no {', '.join(lacking)}" if lacking else "NETCONF with YANG (asyncssh, lxml, libyang)",
        "speaks O1: NETCONF over SSH and TLS, with YANG models; E2 works without",
        "pip install 'oran-harness[o1]'",
    )


def _program(name: str, use: str) -> Examination:
    path = shutil.which(name)
    return Examination(
        f"program-{name}", path is not None, False, path or f"no {name}", use, f"Install {name} if you want it."
    )


def _colours() -> Examination:
    screen = terminal()
    if screen.colour:
        found = "colours"
    elif os.environ.get("NO_COLOR"):
        found = "no colours: NO_COLOR is set"
    elif os.environ.get("TERM") == "dumb":
        found = "no colours: TERM is dumb"
    else:
        found = "no colours: standard output is no terminal"
    return Examination(
        "colours", screen.colour, False, found, "how messages are shown", "FORCE_COLOR=1 turns them on everywhere."
    )


def _encoding() -> Examination:
    encoding = getattr(sys.stdout, "encoding", None) or "unknown"
    return Examination(
        "encoding",
        terminal().unicode,
        False,
        f"output in {encoding}",
        "characters outside it are written as escapes",
        "Set LC_ALL=C.UTF-8.",
    )


def _show(examinations: list[Examination], essential: bool) -> None:
    screen = terminal()
    width = max(len(each.found) for each in examinations)
    for each in examinations:
        screen.line(f"{_mark(screen, each)}  {each.found.ljust(width)}  {each.meaning}")
        if not each.fine:
            screen.line(f"       {screen.paint(each.advice, 'dim')}")
    screen.line()
    if essential:
        screen.line("This machine can do what this version of oran-harness does.")
    else:
        screen.line("Something essential is missing: see the lines marked FAIL.")


def _mark(screen: Terminal, each: Examination) -> str:
    if each.fine:
        return screen.paint("ok  ", "green")
    return screen.paint("FAIL", "red", "bold") if each.essential else screen.paint("no  ", "yellow")
