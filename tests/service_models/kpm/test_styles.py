"""KPM's styles against tables 7.8-1 and 7.8-2."""

import pytest

from oran_harness.service_models.kpm.styles import (
    MINIMUM_UES,
    REPORT_STYLES,
    TRIGGER_FORMATS,
    action_format,
    header_format,
    message_formats,
)


@pytest.mark.parametrize(
    ("style", "action", "messages"),
    [(1, 1, {1}), (2, 2, {1}), (3, 3, {2}), (4, 4, {3}), (5, 5, {3}), (255, 255, {1, 2, 3, 255})],
)
def test_formats_of_each_style(style: int, action: int, messages: set[int]) -> None:
    """Each style has one action format, header 1, and the message formats of the table; jobs may have their own."""
    assert action_format(style) == action
    assert header_format(style) == 1
    assert message_formats(style) == messages
    assert REPORT_STYLES[style].number == style


def test_unknown_styles_have_no_formats() -> None:
    """What the table does not know is judged by nobody."""
    assert (action_format(6), header_format(0), message_formats(-1)) == (None, None, None)


def test_bounds() -> None:
    """There is one trigger style, and style 5 is for several UEs."""
    assert TRIGGER_FORMATS == {1: 1}
    assert MINIMUM_UES == 2
    assert REPORT_STYLES[255].since == "5.00"
