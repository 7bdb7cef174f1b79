"""RAN functions offered, and what the RIC says about each."""

from oran_harness.protocols.e2ap.engine import FunctionStatus
from oran_harness.protocols.e2ap.engine import IrregularityKind as Kind
from tests.protocols.e2ap.engine.conversation import fresh, setup_request, setup_response


def test_one_irregularity_names_all_functions_of_its_kind() -> None:
    """Ten forgotten functions are one mistake of one answer, and the text stays short."""
    talk = fresh()
    talk.node(setup_request(functions=tuple(range(1, 21))))
    talk.ric(setup_response(yes=()))
    assert talk.accused == [Kind.FUNCTION_NOT_ANSWERED]
    assert "and 12 more" in talk.found[0].message


def test_a_function_both_accepted_and_rejected_counts_as_accepted() -> None:
    """What contradicts itself is noted, and later requests for the function accuse nobody."""
    talk = fresh()
    talk.node(setup_request(functions=(1,)))
    talk.ric(setup_response(yes=(1,), no=(1,)))
    assert talk.association.functions[1].status is FunctionStatus.ACCEPTED


def test_revisions_are_compared_function_by_function() -> None:
    """The accepted revision is kept as the RIC gave it."""
    talk = fresh()
    talk.node(setup_request(functions=(1, 2)))
    talk.ric(setup_response(yes=(1, 2), revision=0))
    assert talk.of(Kind.SETUP_REVISION_DIFFERS).actual == "function 1 revision 0, function 2 revision 0"
    assert [held.accepted_revision for held in talk.association.functions.values()] == [0, 0]
