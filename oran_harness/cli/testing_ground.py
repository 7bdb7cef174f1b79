"""What ``run`` tests, and where: from options to a target, its folder, and leave to go beyond this machine."""

import shlex
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import typer

from oran_harness import resources
from oran_harness.adapters import Person, Trials, find_vendor
from oran_harness.adapters.trials import GUESS
from oran_harness.cli.shown.printable import printable
from oran_harness.cli.shown.terminal import is_interactive
from oran_harness.conformance import load, load_properties
from oran_harness.drivers.attempts import Means
from oran_harness.faults import NO_FAULTS, LinkFaults
from oran_harness.model import Role, UsageError
from oran_harness.model.order import Order
from oran_harness.runner import (
    Finds,
    Options,
    PropertySource,
    Selection,
    SingleCase,
    Source,
    Target,
    edition_for,
    raw_target,
    select,
    vendor_target,
)
from oran_harness.runner.wire import outside
from oran_harness.steps.security_policy import read_policy
from oran_harness.transports.secret import read_password

RESULTS = Path("results")
NETCONF_VERSION = "1.1"
"""The version of NETCONF's base protocol that is spoken at O1."""
SEEDS = "seeds"
"""Where failing examples are kept: here, if there is such a folder, else in the run's."""


def target_of(
    sut: str | None,
    role: Role | None,
    listen: str | None,
    connect: str | None,
    vendors: Path | None,
    person: Person | None = None,
) -> Target:
    """What is to be tested; ``person`` is who can be asked to look after it.

    Raises ``UsageError`` if the options do not say that, or contradict each other, ``InputError`` for a profile.
    """
    if sut is None:
        if role is None:
            raise UsageError(
                "Say what is to be tested: --sut VENDOR (oran-harness list vendors shows them), or --role ROLE with "
                "--connect URI or --listen URI."
            )
        if vendors is not None:
            raise UsageError("--vendors is where --sut is looked for; name a product with --sut, or leave it out.")
        return raw_target(role, listen, connect)
    if listen is not None or connect is not None:
        raise UsageError("--sut says by its profile how the product is reached; leave --listen and --connect out.")
    profile, named = find_vendor(sut, vendors)
    if named is not None and role is not None and named is not role:
        raise UsageError(f"--sut names the role {named} and --role the role {role}; choose one of them.")
    return vendor_target(profile, profile.role(named or role), person)


def seeds_of(folder: Path) -> tuple[Path, ...]:
    """Where failing examples are, for a run with that folder; the first takes new ones."""
    return (*(place for place in (Path(SEEDS),) if place.is_dir()), folder / SEEDS)


def chosen_sources(role: Role, selection: Selection, seeds: Sequence[Path]) -> tuple[Source, ...]:
    """The cases and properties of a run for a SUT of that role; ``seeds`` is where failing examples are.

    Raises ``UsageError`` if none is chosen.
    """
    finds = Finds(*seeds)
    properties = [PropertySource(each, finds) for each in load_properties()]
    return select([*(SingleCase(case) for case in load()), *properties], role, selection)


def options_for(
    target: Target,
    e2ap: str | None,
    timeout: float,
    seed: int,
    order: Order = Order.DECLARED,
    faults: LinkFaults = NO_FAULTS,
) -> Options:
    """How the run is steered; raises ``UsageError`` if there is no such E2AP edition, or it is not about E2AP."""
    if target.role.interface != "e2":
        if e2ap is not None:
            raise UsageError(f"--e2ap is for E2; the {target.role.value} does not speak it, so leave it out.")
        return Options(NETCONF_VERSION, timeout, seed, order=order, faults=faults)
    interface = resources.interface("e2ap")
    asked = interface.edition(e2ap).edition if e2ap is not None else None
    known = tuple(edition.edition for edition in interface.editions)
    edition = edition_for(target.claims, asked, known, Options().edition)
    return Options(edition, timeout, seed, faults, order)


def security_options(target: Target, policy: str | None, client_ca: Path | None, guess: str | None) -> dict[str, Any]:
    """What the security cases are performed with, as options of the run: as given here, else as its profile says.

    Raises ``UsageError`` if it cannot be used, or the SUT has another interface than O1.
    """
    given = (policy, client_ca, guess) != (None, None, None)
    if given and target.role.interface != "o1":
        raise UsageError(f"--policy, --client-ca and --guess are for O1; the {target.role.value} does not speak it.")
    trials = target.trials
    if not given and trials == Trials():
        return {}
    policy, guess = policy or trials.policy, guess or trials.guess
    if client_ca is None and trials.client_ca is not None:
        client_ca = Path(trials.client_ca)
    if client_ca is not None:
        from oran_harness.drivers.attempts.certificates import read_authority

        read_authority(str(client_ca))
    found = None if guess is None else GUESS.fullmatch(guess)
    if guess is not None and found is None:
        raise UsageError("--guess takes NAME=env:VARIABLE or NAME=file:FILE, which say where the password is.")
    if found is not None:
        read_password(f"--guess {found['name']}", found["place"])
    means = Means(
        None if client_ca is None else str(client_ca), None if found is None else (found["name"], found["place"])
    )
    return {"policy": None if policy is None else read_policy(policy), "means": means}


def confirm_outside(uri: str, allowed: bool) -> None:
    """Ask before testing at an address beyond this machine.

    Raises ``UsageError`` where there is nobody to be asked, ``typer.Abort`` if the answer is no.
    """
    if allowed or not outside(uri):
        return
    where = f"{printable(uri)} is not only this machine"
    if not (is_interactive(sys.stdin) and is_interactive(sys.stderr)):
        raise UsageError(f"{where}; if you may test there, say so with --i-own-this.")
    if not typer.confirm(f"{where}, and tests send illegal messages, too. Is it yours to test?", err=True):
        raise UsageError("Then nothing is tested.")


def new_folder(out: Path | None) -> Path:
    """Where the results go: the given folder, else a new one that is named by the time."""
    if out is not None:
        return out
    name = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime())
    candidates = (RESULTS / (name if number == 1 else f"{name}-{number}") for number in range(1, 1000))
    return next((each for each in candidates if not each.exists()), RESULTS / name)


def command_line(options: Mapping[str, object], *flags: str | None) -> str:
    """The command that runs the same again, without its cases; options that are None were not given."""
    given = [word for name, value in options.items() if value is not None for word in (name, f"{value}")]
    return shlex.join(["oran-harness", "run", *given, *(flag for flag in flags if flag is not None)])
