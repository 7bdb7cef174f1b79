"""``explain``: what a case, a rule, a flaw, a message, a procedure or an IE means."""

from typing import Annotated

import typer

from oran_harness.cli.exit_code import ExitCode
from oran_harness.cli.shown.case_entry import case_entry, case_ids
from oran_harness.cli.shown.e2ap_glossary import entry, words
from oran_harness.cli.shown.flaw_entry import flaw_entry, flaw_ids
from oran_harness.cli.shown.nearest import nearest
from oran_harness.cli.shown.printable import printable
from oran_harness.cli.shown.rule_entry import rule_entry, rule_ids
from oran_harness.cli.shown.terminal import terminal
from oran_harness.model.errors import UsageError


def _complete(incomplete: str) -> list[str]:
    return [name for name in (*case_ids(), *rule_ids(), *words(), *flaw_ids()) if name.startswith(incomplete)]


def explain(
    name: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="A case, a rule, a flaw, an E2AP message or procedure, an IE by name or number.",
            autocompletion=_complete,
        ),
    ],
) -> int:
    """Say what a case or rule means, whom it blames and what to do; or what a message, procedure or IE is.

    Examples:
      oran-harness explain E2AP-SETUP-101           a case, as run and list name it
      oran-harness explain E2-PPID                  a rule, as check and list name it
      oran-harness explain ric-reset-unanswered     a flaw that serve --flaw plants
      oran-harness explain RICsubscriptionRequest   a message with its IEs, in all editions
      oran-harness explain RICsubscription          a procedure
      oran-harness explain 49                       an IE by its id
    """
    screen = terminal()
    lines = rule_entry(screen, name) or entry(screen, name) or flaw_entry(screen, name) or case_entry(screen, name)
    if lines is None:
        known = (*case_ids(), *rule_ids(), *words(), *flaw_ids())
        raise UsageError(f"There is nothing called {printable(name)!r} here; {nearest(name, known)}")
    screen.lines(lines)
    return ExitCode.FINE
