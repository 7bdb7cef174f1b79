"""``replay``: judge recorded cases once more."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from oran_harness.cli.options import AsJson


def replay(
    path: Annotated[
        Path, typer.Argument(metavar="DIR|FILE", help="The folder of a run, or the history (jsonl) of one case.")
    ],
    strict: Annotated[bool, typer.Option("--strict", help="Exit code 1 for a should-level fail, too.")] = False,
    as_json: AsJson = False,
) -> int:
    """Judge recorded cases of a run once more, without a product: each body is performed against what was recorded.

    What a case sends is compared with what it sent then, octet by octet; where it now does something else, the verdict
    is `error` and the event is named. A run's folder is judged as a whole, case by case.

    Exit codes:
      0    at least one pass, no must-level fail, nothing inconclusive, no error
      1    a must-level fail; with --strict, any fail
      2    wrong usage, or no history of a run
      3    no fail, but something inconclusive or an error, or not one pass

    Examples:
      oran-harness replay results/20260101T120000Z
      oran-harness replay results/20260101T120000Z/history/E2AP-SETUP-101.jsonl
    """
    # Imported here: whoever asks for help need not wait for it.
    from oran_harness.cli.replaying import Replaying
    from oran_harness.cli.shown.terminal import terminal

    replaying = Replaying(path)
    replaying.run()
    if as_json:
        sys.stdout.write(replaying.document())
    else:
        screen = terminal()
        screen.lines(replaying.lines(screen))
    return replaying.exit_code(strict)
