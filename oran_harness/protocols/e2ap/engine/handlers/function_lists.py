"""RAN functions offered, and what the RIC says about each (E2AP 8.3.1, 8.3.4)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from oran_harness.protocols.e2ap.elements import RANfunction_Item, RANfunctionID_Item, RANfunctionIDcause_Item
from oran_harness.protocols.e2ap.engine.function import FunctionStatus
from oran_harness.protocols.e2ap.engine.irregularity_kind import IrregularityKind
from oran_harness.protocols.e2ap.engine.tally import tally
from oran_harness.protocols.e2ap.engine.turn import Turn, listed


@dataclass(frozen=True, slots=True)
class FunctionAnswer:
    """The items of a request as (id, revision), and the two lists of its answer."""

    revisions: Sequence[tuple[int, int | None]]
    accepted: tuple[RANfunctionID_Item, ...]
    rejected: tuple[RANfunctionIDcause_Item, ...]


def judge_offer(turn: Turn, items: Sequence[RANfunction_Item]) -> None:
    """What a node may not offer: the id 0, which is the RIC's (9.2.8), and one id twice in a list."""
    ids = [item.ran_function_id for item in items]
    if 0 in ids:
        turn.irregular(
            IrregularityKind.FUNCTION_ID_RESERVED,
            f"{turn.name} offers RAN function 0",
            expected="ids from 1 to 4095",
            actual="0, reserved for the near-RT RIC's own use",
        )
    repeated = sorted(identifier for identifier, count in Counter(ids).items() if count > 1)
    if repeated:
        turn.irregular(
            IrregularityKind.FUNCTION_OFFERED_TWICE,
            f"{turn.name} offers RAN functions twice in one list: {listed(repeated)}",
            expected="each RAN Function ID once",
            actual=f"twice: {listed(repeated)}",
        )


def judge_function_answer(turn: Turn, answer: FunctionAnswer, revision_kind: IrregularityKind) -> None:
    """Judge the Accepted and Rejected lists against the request, and keep the verdicts in the records."""
    asked = [identifier for identifier, _ in answer.revisions]
    accepted = [item.ran_function_id for item in answer.accepted]
    rejected = [item.ran_function_id for item in answer.rejected]
    found = tally(dict.fromkeys(asked), accepted, rejected)
    expected = f"each of the functions {listed(dict.fromkeys(asked))} once, accepted or rejected"
    if found.unanswered:
        turn.irregular(
            IrregularityKind.FUNCTION_NOT_ANSWERED,
            f"{turn.name} neither accepts nor rejects RAN functions {listed(found.unanswered)}",
            expected=expected,
            actual=f"accepted {listed(accepted)}, rejected {listed(rejected)}",
            certain=turn.whole,
        )
    if found.unasked:
        turn.irregular(
            IrregularityKind.FUNCTION_ANSWERED_NEVER_OFFERED,
            f"{turn.name} answers RAN functions that were not offered: {listed(found.unasked)}",
            expected=expected,
            actual=f"also {listed(found.unasked)}",
            certain=turn.answers is not None and turn.answers.intact and not turn.mispaired,
        )
    # A function that stands in two lists of one request may stand in both lists of its answer (open).
    often = Counter(asked)
    repeated = [identifier for identifier in found.repeated if often[identifier] < 2]
    if repeated:
        turn.irregular(
            IrregularityKind.FUNCTION_ANSWERED_TWICE,
            f"{turn.name} names RAN functions twice: {listed(repeated)}",
            expected=expected,
            actual=f"accepted {listed(accepted)}, rejected {listed(rejected)}",
        )
    _judge_revisions(turn, answer, revision_kind)
    _keep_verdicts(turn, answer)


def _judge_revisions(turn: Turn, answer: FunctionAnswer, kind: IrregularityKind) -> None:
    sent: dict[int, set[int]] = {}
    for identifier, revision in answer.revisions:
        if revision is None:
            continue
        sent.setdefault(identifier, set()).add(revision)
    differing = [
        (item.ran_function_id, item.ran_function_revision)
        for item in answer.accepted
        if item.ran_function_revision is not None
        and item.ran_function_id in sent
        and item.ran_function_revision not in sent[item.ran_function_id]
    ]
    if differing:
        turn.irregular(
            kind,
            f"{turn.name} accepts other revisions than were sent",
            expected=listed(f"function {identifier} revision {min(sent[identifier])}" for identifier, _ in differing),
            actual=listed(f"function {identifier} revision {revision}" for identifier, revision in differing),
            certain=not turn.mispaired,
        )


def _keep_verdicts(turn: Turn, answer: FunctionAnswer) -> None:
    functions = turn.records.functions
    for item in answer.accepted:
        function = functions.get_or_none(item.ran_function_id)
        if function is not None:
            functions[function.id] = replace(
                function, status=FunctionStatus.ACCEPTED, accepted_revision=item.ran_function_revision
            )
    for refused in answer.rejected:
        function = functions.get_or_none(refused.ran_function_id)
        if function is not None and function.status is FunctionStatus.OFFERED:
            functions[function.id] = replace(function, status=FunctionStatus.REJECTED)
