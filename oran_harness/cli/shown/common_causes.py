"""Verdicts with one cause, for people: which cases, what to try next, and at the end where to begin."""

from collections.abc import Iterator, Sequence

from oran_harness.checkers import RULES
from oran_harness.cli.shown.printable import shortened
from oran_harness.cli.shown.terminal import Terminal
from oran_harness.cli.shown.verdict_style import STYLES
from oran_harness.model import Verdict
from oran_harness.protocols.e2ap.messages import ErrorIndication
from oran_harness.runner.gathering import Gathered, Likeness

EXPLAINED = (Verdict.FAIL, Verdict.ERROR, Verdict.INCONC)
"""What is explained, in this order."""
_MOST_CAUSES = 12
_LONGEST = 120
_HINTS = {rule.id: rule.hint for rule in RULES}

_ALIKE = "The first one, mended or settled, usually takes the others with it: run it again, then all."
_NEXT = {
    Likeness.DEATH: "Read its output (sut/ in the run's folder, or its own log) and the history: the last message in "
    "it is what it ended on.",
    Likeness.UNANSWERED: "The product's log tells whether the request came in. What it does not know it has to refuse "
    "or to report; silence is neither. If it only needs longer: --timeout 30.",
    Likeness.UNSAID: "The history shows what was to bring it about. Does the product's log tell that it wanted to send "
    "it? If it only needs longer: --timeout 30, or effect_timeout_s in its profile after a stimulus.",
    Likeness.UNOFFERED: "Take it out of the claims of the profile if the product does not have it. Else look at its "
    "E2setupRequest in the history: is the RAN function there, under the OID of the service model?",
    Likeness.WORDS: _ALIKE,
}
_UNREPORTED = (
    "The history shows what it had to report; its log may tell that it saw it. What cannot be read, is not known or "
    "does not fit the state of things is not to be dropped without a word where the criticality says so."
)


def next_step(cause: Gathered) -> str:
    """What to try next, in a sentence or two."""
    if cause.likeness is Likeness.RULE:
        return _HINTS[cause.subject]
    if cause.subject == ErrorIndication.NAME:
        return _UNREPORTED
    if cause.verdict is Verdict.ERROR:
        return "This is of the harness or of an adapter, not of the product; the history shows how far it came."
    return _NEXT[cause.likeness]


def look_first(cause: Gathered) -> str:
    """The command that tells what the cause is about."""
    return f"oran-harness explain {cause.subject if cause.likeness is Likeness.RULE else cause.first.id}"


def counted(cause: Gathered) -> str:
    """How many cases, and how many of them weigh less."""
    number = len(cause.results)
    return f"{number} case{'' if number == 1 else 's'}" + (
        f", {'all' if cause.should == number else cause.should} of them should" if cause.should else ""
    )


def overview(screen: Terminal, causes: Sequence[Gathered]) -> Iterator[str]:
    """Where to begin: each cause in a line, those of many cases first; nothing where each case has its own."""
    number = sum(len(cause.results) for cause in causes)
    if number == len(causes):
        return
    plural = "" if len(causes) == 1 else "s"
    yield screen.paint(f"WHERE TO BEGIN: {len(causes)} cause{plural} of {number} verdicts", "bold")
    width = max(len(cause.first.id) for cause in causes)
    for cause in causes[:_MOST_CAUSES]:
        verdict = screen.paint(f"{cause.verdict.value:<6}", *STYLES[cause.verdict])
        what = shortened(cause.what, _LONGEST)
        yield f"    {verdict} {len(cause.results):>4}  {cause.first.id:<{width}}  {what}"
    left = len(causes) - _MOST_CAUSES
    if left > 0:
        yield screen.paint(f"    and {left} more, told above", "dim")
