"""A SUT that has introduced itself, for the person at the bench."""

import io

from oran_harness.cli.shown.introduced import MOST_FUNCTIONS, introduced
from oran_harness.cli.shown.terminal import Terminal
from oran_harness.model import IntroducedFunction, Introduction, Role

SCREEN = Terminal(io.StringIO())
KPM = IntroducedFunction(2, 1, "ORAN-E2SM-KPM", "1.3.6", ("report 1, 2",))


def test_a_node() -> None:
    """Who it is, what it offers, its components, what is odd."""
    introduction = Introduction("gNB 001/01 0x1", ("2.03", "3.01"), (KPM,), ("NG", "F1"), ("PPID 0.",))
    assert list(introduced(SCREEN, introduction, Role.E2_NODE)) == [
        "The E2 node is here: gNB 001/01 0x1, E2AP 2.03 to 3.01",
        "  RAN function 2  ORAN-E2SM-KPM  revision 1  1.3.6; report 1, 2",
        "  components: NG, F1",
        "  PPID 0.",
    ]


def test_a_ric() -> None:
    """Who it is, and what it accepts of ours."""
    functions = (IntroducedFunction(2, 1), IntroducedFunction(3, accepted=False))
    assert list(introduced(SCREEN, Introduction("RIC 001/01 0x1", ("3.01",), functions), Role.NEAR_RT_RIC)) == [
        "The near-RT RIC is here: RIC 001/01 0x1, E2AP 3.01",
        "  it accepts our RAN functions 2",
        "  it rejects our RAN functions 3",
    ]


def test_who_says_little_or_too_much() -> None:
    """Nothing is made up; nothing steers the terminal, and lists are bounded."""
    assert list(introduced(SCREEN, Introduction(None), Role.E2_NODE)) == [
        "The E2 node is here: without an identity that can be read",
        "  it offers no RAN function",
    ]
    many = tuple(IntroducedFunction(n, 0, "\x1b[2J" * 99) for n in range(MOST_FUNCTIONS + 5))
    lines = list(introduced(SCREEN, Introduction("x", functions=many), Role.E2_NODE))
    assert lines[-1] == "  and 5 more"
    assert "\x1b" not in "".join(lines)
