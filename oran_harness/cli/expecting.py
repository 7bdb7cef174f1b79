"""What ``run`` knows of verdicts beforehand: the file of ``--against``, or the vendor's own; what is added to it."""

from pathlib import Path

from oran_harness import resources
from oran_harness.adapters.toml_file import read_toml
from oran_harness.checkers import RULES
from oran_harness.cli.shown.printable import printable
from oran_harness.conformance import descriptions
from oran_harness.model import Reckoning, UsageError
from oran_harness.runner import Outcome, Target
from oran_harness.runner.known import FILE_NAME, Expectations, proposed, read_known, write_proposed

OWN = "expected"
"""The word for the vendor's own file."""


def expectations_for(target: Target, against: str | None, edition: str) -> Expectations | None:
    """What is expected of a run where that edition of E2AP is spoken; None where nothing is listed.

    ``against`` is a file, or ``expected`` for the vendor's own, which must be there then; without it the vendor's own
    counts where there is one. Raises ``UsageError`` if there is none, ``InputError`` with all that is wrong with it.
    """
    path = _own(target) if against is None else file_of(target, against, "--against")
    if path is None or (against is None and not path.exists()):
        return None
    if not path.exists():
        advice = f"oran-harness run with --write-expected {against} writes one, and an empty one lists nothing"
        raise UsageError(f"{printable(str(path))} does not exist; {advice}.")
    editions = [edition.edition for edition in resources.interface("e2ap").editions]
    known = read_known(path, descriptions(), [rule.id for rule in RULES], editions)
    return known.of(target.role, edition, target.wire.scheme)


def file_of(target: Target, word: str, option: str) -> Path:
    """The file that an option names; raises ``UsageError`` if there can be none."""
    if word != OWN:
        path = Path(word)
        return path / FILE_NAME if path.is_dir() else path
    own = _own(target)
    if own is None:
        raise UsageError(f"{option} {OWN} is the file of a vendor, and there is none here; name a file, or use --sut.")
    return own


def proposal_for(target: Target, word: str | None) -> Path | None:
    """The file that ``--write-expected`` names, None without.

    Raises ``UsageError`` if its folder is not there, ``InputError`` if it is there and cannot be added to.
    """
    if word is None:
        return None
    path = file_of(target, word, "--write-expected")
    if not path.parent.is_dir():
        raise UsageError(
            f"{printable(str(path.parent))} is no folder; make it, or choose another for --write-expected."
        )
    if path.exists():  # what cannot be added to is told before the run, not behind it
        read_toml(path, "file of known verdicts", "choose another for --write-expected")
    return path


def propose(outcome: Outcome, target: Target, path: Path) -> str:
    """Put what is wrong and not listed into a file; a sentence that says what is to be done now.

    Raises ``UsageError`` if it cannot be written.
    """
    entries = proposed(outcome.results, target.role)
    where = printable(str(path))
    if not entries:
        return f"Nothing is wrong that is not listed; {where} is as it was.{_outdated(outcome.known)}"
    write_proposed(path, entries)
    number = entries.count("[[known]]")
    what = "1 entry was" if number == 1 else f"{number} entries were"
    return (
        f"{what} put into {where}; give each its reason, without which no run takes the file.{_outdated(outcome.known)}"
    )


def _outdated(known: Reckoning | None) -> str:
    gone = (*known.xpass, *known.changed) if known is not None else ()
    return f" What is listed there otherwise is yours to change: {', '.join(gone)}." if gone else ""


def _own(target: Target) -> Path | None:
    return target.folder / FILE_NAME if target.folder is not None else None
