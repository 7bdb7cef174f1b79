"""Rules as people write them."""

from pathlib import Path

import pytest

from oran_harness.faults import MessageRule, Selector, read_rules
from oran_harness.model import InputError, Role, UsageError

FILE = """\
# Two of them.
[[fault]]
action = "mangle"
message = "RICindication"
nth = 3

[[fault]]
action = "cut"
while = "subscription"
after = 2
"""


def test_words_of_the_command_line() -> None:
    """An action, then what narrows it and how it is done."""
    text = "delay from=near-rt-ric message=riccontrol every=2 request=10/1 association=4 seconds=0.5"
    (rule,) = read_rules([text])
    selector = Selector(Role.NEAR_RT_RIC, "RICcontrol", every=2, request=(10, 1), association=4)
    assert rule == MessageRule("delay", selector, {"seconds": 0.5}, text)


def test_a_file(tmp_path: Path) -> None:
    """Each table is a rule; those of the file come before those of the command line."""
    path = tmp_path / "faults.toml"
    path.write_text(FILE)
    rules = read_rules(["drop nth=1"], path)
    assert [rule.action for rule in rules] == ["mangle", "cut", "drop"]
    assert rules[0].selector == Selector(name="RICindication", nth=3)
    assert rules[1].selector == Selector(subscribed=True, after=2.0)
    assert rules[1].timed


def test_all_problems_at_once(tmp_path: Path) -> None:
    """One sentence names each with its line, and what is expected."""
    path = tmp_path / "faults.toml"
    path.write_text(
        FILE.replace("RICindication", "RICindicatoin").replace("after", "afterr") + "\n[[fault]]\nnth = 1\n"
    )
    with pytest.raises(UsageError) as caught:
        read_rules(["explode nth=1", "mangle how=flip at=3", "delay nth=0", "drop nth=1 nth=2", "'"], path)
    told = str(caught.value)
    for part in (
        f"{path}, line 4: message is 'RICindicatoin', expected the name of a message or a procedure, as RICindication "
        "(did you mean RICindication?)",
        f"{path}, line 10: cut takes no 'afterr'; did you mean after?",
        f"{path}, line 12: the action is missing",
        "--fault 1: there is no action 'explode'; there are drop, delay, duplicate, reorder, mangle, cut",
        "--fault 2: at goes with how=replace",
        "--fault 3: nth is '0', expected a whole number from 1; --fault 3: delay needs seconds",
        "--fault 4: 'nth=2' is given twice",
        "--fault 5: ",
    ):
        assert part in told, told


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("cut", "cut needs to know when"),
        ("drop nth=1 every=2", "nth and every exclude each other"),
        ("mangle how=replace at=1", "needs with"),
        ("", "the action is missing"),
        ("drop RICindication", "no NAME=VALUE"),
    ],
)
def test_what_cannot_be(text: str, what: str) -> None:
    """Words that contradict each other, or that are missing."""
    with pytest.raises(UsageError, match=what):
        read_rules([text])


@pytest.mark.parametrize("content", [b"\xff", b"a = ", b"[fault]\naction = 'drop'\n", b"fault = 3\n", b"rule = 1\n"])
def test_a_file_of_another_kind(tmp_path: Path, content: bytes) -> None:
    """What is no TOML, or has no rules, is told with the file's name."""
    path = tmp_path / "faults.toml"
    path.write_bytes(content)
    with pytest.raises((InputError, UsageError), match=r"faults\.toml"):
        read_rules([], path)
    with pytest.raises(InputError, match="cannot be read"):
        read_rules([], tmp_path / "none.toml")


@pytest.mark.parametrize("content", [b"", b"# nothing yet\n", b"\xef\xbb\xbf"])
def test_a_file_without_rules_is_told(tmp_path: Path, content: bytes) -> None:
    """Whoever names a file wants faults: none in it is a mistake."""
    path = tmp_path / "faults.toml"
    path.write_bytes(content)
    with pytest.raises(UsageError, match=r"has no rule; write each under \[\[fault\]\]"):
        read_rules(file=path)


def test_a_mark_of_byte_order_is_left_out(tmp_path: Path) -> None:
    """Editors of Windows begin UTF-8 with one."""
    path = tmp_path / "faults.toml"
    path.write_bytes(b"\xef\xbb\xbf" + FILE.encode())
    without = tmp_path / "without.toml"
    without.write_text(FILE)
    assert read_rules(file=path) == read_rules(file=without)
