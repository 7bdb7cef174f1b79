"""RC's styles against tables 7.9-1 to 7.9-3."""

import pytest

from oran_harness.service_models.rc.styles import (
    STYLES,
    TRIGGER_FORMATS,
    TRIGGER_NAMES,
    UNSETTLED_CONTROL_MESSAGES,
    Service,
    control_formats,
    style,
)

NUMBERS = {
    Service.REPORT: {1, 2, 3, 4},
    Service.INSERT: {1, 2, 3, 4, 5, 6, 7, 255},
    Service.CONTROL: {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 255},
    Service.POLICY: {1, 2, 3, 4, 5, 6, 7, 8, 9},
    Service.QUERY: {1, 2},
}


@pytest.mark.parametrize("service", Service)
def test_every_style_is_there(service: Service) -> None:
    """Each service has the styles of the tables and no others."""
    assert {number for each, number in STYLES if each is service} == NUMBERS[service]
    assert style(service, 77) is None


@pytest.mark.parametrize(("number", "trigger", "message"), [(1, 1, 1), (2, 2, 2), (3, 3, 3), (4, 4, 2)])
def test_report(number: int, trigger: int, message: int) -> None:
    """A REPORT style has its trigger, action 1, header 1 and its message."""
    row = STYLES[Service.REPORT, number]
    assert (row.triggers, row.actions, row.headers, row.messages) == ({trigger}, {1}, {1}, {message})
    assert row.call_process_ids == frozenset()


@pytest.mark.parametrize("number", sorted(NUMBERS[Service.INSERT]))
def test_insert(number: int) -> None:
    """INSERT goes with breakpoints and a call process; several actions have formats of their own."""
    row = STYLES[Service.INSERT, number]
    expected = ({4}, {3}, {6}) if number == 255 else ({3}, {2}, {5})
    assert (row.actions, row.headers, row.messages) == expected
    assert (row.triggers, row.call_process_ids) == ({2}, {1})
    assert row.name.endswith("Control Request")


@pytest.mark.parametrize(
    ("number", "headers", "messages", "outcomes", "call_process"),
    [
        (1, {1, 3}, {1, 3}, {1}, {1}),
        (2, {1}, {1}, {1}, {1}),
        (7, {1}, {1}, {1}, {1}),
        (8, {1, 4}, {1, 4, 5}, {3}, set()),
        (9, {1, 3}, {1, 3}, {1, 3}, set()),
        (10, {1}, {1}, set(), set()),
        (255, {2}, {2}, {2}, {1}),
    ],
)
def test_control(
    number: int, headers: set[int], messages: set[int], outcomes: set[int], call_process: set[int]
) -> None:
    """CONTROL styles differ in groups of UEs, outcomes and call processes."""
    row = STYLES[Service.CONTROL, number]
    assert (row.headers, row.messages, row.outcomes, row.call_process_ids) == (
        headers,
        messages,
        outcomes,
        call_process,
    )
    assert control_formats(number) == (headers, messages)


@pytest.mark.parametrize(("action", "formats"), [(1, ({1}, {1})), (2, ({1}, {4})), (3, ({4}, {5}))])
def test_style_8_depends_on_the_action(action: int, formats: tuple[set[int], set[int]]) -> None:
    """Assignment, information and identification have formats of their own."""
    assert control_formats(8, action) == formats
    assert control_formats(8, 99) == control_formats(8)
    assert control_formats(1, action) == control_formats(1)
    assert control_formats(77) is None
    assert not UNSETTLED_CONTROL_MESSAGES & {1, 4, 5}


def test_policy_and_query() -> None:
    """Policies have action 2, on triggers 1 and 2, or 4 for beams; queries have an outcome each."""
    assert STYLES[Service.POLICY, 8].triggers == {1, 2}
    assert STYLES[Service.POLICY, 9].triggers == {4}
    assert all(row.actions == {2} for (service, _), row in STYLES.items() if service is Service.POLICY)
    assert [STYLES[Service.QUERY, number].outcomes for number in (1, 2)] == [{1}, {2}]


def test_triggers() -> None:
    """Each trigger style has the format of its own number."""
    assert {number: {number} for number in TRIGGER_NAMES} == TRIGGER_FORMATS
