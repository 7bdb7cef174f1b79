"""Plain answers to Modification and Modification Required."""

import pytest

from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from tests.checkers.scene import CAUSE, FIRST_ID, action, insert_action, subscription
from tests.steps.answers.conversation import NODE, RIC, Conversation


def _subscribed() -> Conversation:
    talk = Conversation("3.01").set_up()
    talk.ask(RIC, subscription(action(1), insert_action(2), action(3)))
    return talk


def _modification(
    removed: tuple[int, ...] = (), modified: tuple[int, ...] = (), added: tuple[int, ...] = (), **more: object
) -> m.RICsubscriptionModificationRequest:
    values: dict[str, object] = {"ric_request_id": FIRST_ID, "ran_function_id": 1} | more
    return m.RICsubscriptionModificationRequest(
        ric_actions_to_be_removed_for_modification_list=tuple(
            e.RICaction_ToBeRemovedForModification_Item(each) for each in removed
        )
        or None,
        ric_actions_to_be_modified_for_modification_list=tuple(
            e.RICaction_ToBeModifiedForModification_Item(each, b"new") for each in modified
        )
        or None,
        ric_actions_to_be_added_for_modification_list=tuple(
            e.RICaction_ToBeAddedForModification_Item(each, "report", b"added", 0) for each in added
        )
        or None,
        **values,  # type: ignore[arg-type]
    )


def _ids(items: object) -> list[int]:
    return [item.ric_action_id for item in items or ()]  # type: ignore[attr-defined]


def test_every_change_is_made_that_can_be() -> None:
    """What stands is removed and changed, what does not is added; the rest is reported as failed."""
    answer = _subscribed().ask(RIC, _modification((1, 8), (2, 9), (4,)))
    assert _ids(answer.ric_actions_removed_for_modification_list) == [1]
    assert _ids(answer.ric_actions_failed_to_be_removed_for_modification_list) == [8]
    assert _ids(answer.ric_actions_modified_for_modification_list) == [2]
    assert _ids(answer.ric_actions_failed_to_be_modified_for_modification_list) == [9]
    assert _ids(answer.ric_actions_added_for_modification_list) == [4]


def test_an_action_that_stands_is_not_added_again() -> None:
    """Its addition fails; with a change of the trigger the request is done all the same."""
    request = _modification(added=(1,), ric_event_trigger_definition_to_be_modified=b"often")
    answer = _subscribed().ask(RIC, request)
    assert _ids(answer.ric_actions_failed_to_be_added_for_modification_list) == [1]


@pytest.mark.parametrize(
    "request_",
    [
        _modification((1,), ran_function_id=99),
        _modification((1,), ric_request_id=e.RICrequestID(9, 9)),
        _modification((1,), (1,)),
        _modification((1, 2, 3)),
        _modification((8,), (9,)),
    ],
    ids=["function", "id", "repeated", "all removed", "nothing done"],
)
def test_what_must_be_refused(request_: m.RICsubscriptionModificationRequest) -> None:
    """Unknown function or id, one action in two lists, all removed, nothing that can be done."""
    assert isinstance(_subscribed().ask(RIC, request_), m.RICsubscriptionModificationFailure)


def test_removing_all_while_adding() -> None:
    """Actions may all be exchanged at once."""
    answer = _subscribed().ask(RIC, _modification((1, 2, 3), (), (4,)))
    assert isinstance(answer, m.RICsubscriptionModificationResponse)


def _required(
    removed: tuple[int, ...] = (), modified: tuple[int, ...] = (), of: int = 1, name: e.RICrequestID = FIRST_ID
) -> m.RICsubscriptionModificationRequired:
    return m.RICsubscriptionModificationRequired(
        name,
        of,
        tuple(e.RICaction_RequiredToBeModified_Item(each, "w1s") for each in modified) or None,
        tuple(e.RICaction_RequiredToBeRemoved_Item(each, CAUSE) for each in removed) or None,
    )


def test_required_modifications_are_confirmed() -> None:
    """Of actions that stand; the others are refused in the same answer."""
    answer = _subscribed().ask(NODE, _required((1, 8), (2, 9)))
    assert _ids(answer.ric_actions_confirmed_for_removal_list) == [1]
    assert _ids(answer.ric_actions_refused_to_be_removed_list) == [8]
    assert _ids(answer.ric_actions_confirmed_for_modification_list) == [2]
    assert _ids(answer.ric_actions_refused_to_be_modified_list) == [9]


@pytest.mark.parametrize(
    "required",
    [
        _required((1, 2, 3)),
        _required(),
        _required((8,)),
        _required((1,), of=99),
        _required((1,), name=e.RICrequestID(9, 9)),
    ],
)
def test_required_modifications_that_must_be_refused(required: m.RICsubscriptionModificationRequired) -> None:
    """All actions, nothing, nothing that stands, an unknown function or id."""
    assert isinstance(_subscribed().ask(NODE, required), m.RICsubscriptionModificationRefuse)
