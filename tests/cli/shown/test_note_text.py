"""Notes for people."""

import pytest

from oran_harness.cli.shown.note_text import note_text, role_in_note
from oran_harness.model import Role


@pytest.mark.parametrize(
    ("note", "text"),
    [
        (
            'setting: {"case":"E2AP-SETUP-201","role":"e2-node","edition":"3.01","seed":7,"timeout":5.0,"claims":{}}',
            "E2AP-SETUP-201 in E2AP 3.01, seed 7, 5 s to answer",
        ),
        (
            'setting: {"case":"O1-LOCK-201","role":"o1-manager","edition":"1.1","timeout":5.0}',
            "O1-LOCK-201 in NETCONF 1.1, 5 s to answer",
        ),
        ('stimulus: {"ticket":2,"status":"done","details":{}}', "stimulus: done"),
        (
            'stimulus: {"ticket":2,"status":"failed","details":{"reason":"no node","ran_function_id":2}}',
            "stimulus: failed (no node, ran function id 2)",
        ),
        ('refused: {"attempt": 1, "reason": "nobody listens"}', "refused: nobody listens"),
        ('gone: {"reason": ""}', "gone"),
        ("outcome: pass", "outcome: pass"),
        ("probe: {odd", "probe: {odd"),
        ('a remark: {"x": 1}', 'a remark: {"x": 1}'),
        ("missing: 3 chunks\x1b", r"missing: 3 chunks\x1b"),
        ("", "note"),
        (None, "note"),
    ],
)
def test_json_is_put_into_words(note: str | None, text: str) -> None:
    """That of drivers; what others wrote stays as it is, and nothing steers a terminal."""
    assert note_text(note) == text


def test_whatever_it_holds_is_told() -> None:
    """A note that somebody else wrote raises nothing."""
    assert note_text("setting: {}") == "a case in E2AP None"
    assert note_text(f"setting: {'[' * 5000}").startswith("setting: [[")
    assert note_text(f'stimulus: {{"x": {"[" * 3000}{"]" * 3000}}}')


def test_the_role_that_is_tested_is_read() -> None:
    """Of the note that tells what is performed; other notes and unknown roles tell none."""
    assert role_in_note('setting: {"role":"o1-provider"}') is Role.O1_PROVIDER
    for note in ('setting: {"role":[]}', "setting: {}", 'stimulus: {"role":"e2-node"}', "outcome: pass", None):
        assert role_in_note(note) is None
