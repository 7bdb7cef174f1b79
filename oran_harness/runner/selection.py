"""Which cases a run has."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from oran_harness.model import CaseDescription, Role, UsageError
from oran_harness.runner.source import Source

_NOT = "!"


@dataclass(frozen=True, slots=True)
class Selection:
    """What narrows a run, each part further.

    ``suites`` are names of suites or ids of cases, any of them. ``keywords`` are texts that must all stand in id, title
    or clause, whatever their case. ``tags`` must all be among the case's, those with ``!`` in front must not.
    ``clauses`` are clauses, any of them: ``8.3.1`` is in ``8.3.1.2``, not in ``8.3.11``.
    """

    suites: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()

    def takes(self, case: CaseDescription) -> bool:
        """Whether the case is chosen."""
        text = f"{case.id} {case.title} {case.clause}".casefold()
        return (
            (not self.suites or any(word.casefold() in _names(case) for word in self.suites))
            and all(keyword.casefold() in text for keyword in self.keywords)
            and all(_has_tag(case, tag) for tag in self.tags)
            and (not self.clauses or any(_in_clause(clause, case.clause) for clause in self.clauses))
        )


def select(sources: Iterable[Source], role: Role, selection: Selection) -> tuple[Source, ...]:
    """The cases for a role that a selection takes, in their order.

    Raises ``UsageError`` if a suite or tag does not exist, or if nothing is left.
    """
    mine = [source for source in sources if source.description.under_test is role]
    suites = sorted({source.description.suite for source in mine})
    for word in selection.suites:
        if not any(word.casefold() in _names(source.description) for source in mine):
            raise UsageError(
                f"There is no suite or case {word!r} for a SUT of role {role}; suites are {', '.join(suites)}, and "
                "oran-harness list cases shows the cases."
            )
    tags = sorted({tag for source in mine for tag in source.description.tags})
    for tag in selection.tags:
        if tag.removeprefix(_NOT) not in tags:
            known = f"tags are {', '.join(tags)}" if tags else "there are no tags"
            raise UsageError(f"No case for a SUT of role {role} has the tag {tag!r}; {known}.")
    chosen = tuple(source for source in mine if selection.takes(source.description))
    if not chosen:
        raise UsageError(
            f"None of the {len(mine)} cases for a SUT of role {role} is chosen by all options together; "
            "oran-harness list cases shows them."
        )
    return chosen


def _names(case: CaseDescription) -> tuple[str, str]:
    return case.suite.casefold(), case.id.casefold()


def _has_tag(case: CaseDescription, tag: str) -> bool:
    return tag[1:] not in case.tags if tag.startswith(_NOT) else tag in case.tags


def _in_clause(clause: str, text: str) -> bool:
    return re.search(rf"(?<![\w.]){re.escape(clause)}(?!\w)", text, re.IGNORECASE) is not None
