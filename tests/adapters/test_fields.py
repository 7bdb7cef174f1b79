"""Tables that people wrote."""

from oran_harness.adapters.fields import Fields, like, one_of


def test_each_value_or_a_problem() -> None:
    """What is right is given, what is wrong is named with what was expected, and None or the default given."""
    problems: list[str] = []
    fields = Fields({"a": "x", "b": 2, "c": True, "d": ["p", "q"], "e": {"f": "g"}, "h": [1, 2]}, "top", problems)
    assert fields.text("a", check=one_of(["x", "y"])) == "x"
    assert fields.number("b", 1, 0, 10) == 2
    assert fields.flag("c")
    assert fields.texts("d") == ("p", "q")
    inner = fields.inner("e")
    assert inner is not None
    assert dict(inner.pairs()) == {"f": "g"}
    assert fields.integers("h", 1, 2) == (1, 2)
    fields.done()
    assert problems == []
    assert fields.text("b") is fields.text("d", check=like("x", "an x")) is fields.inner("a") is None
    assert fields.number("c", 7, 0, 10) == fields.number("a", 7, 0, 10) == 7
    assert not fields.flag("a")
    assert fields.integers("d", 1, 2) == ()
    assert fields.text("h", required=True) is None
    assert fields.texts("none", required=True) is None
    assert len(problems) == 10
    assert problems[0] == "top.b is 2, expected a text"
    assert problems[-1] == "top.none is missing; expected a list of texts"


def test_values_that_cannot_be_shown() -> None:
    """Numbers of thousands of digits, lists of thousands of items, texts with a NUL."""
    problems: list[str] = []
    fields = Fields({"a": 10**5000, "b": ["x"] * 1001, "c": "\0"}, "", problems)
    fields.text("a")
    fields.texts("b")
    fields.text("c")
    assert problems == [
        "a is a number of thousands of digits, expected a text",
        "b is ['x', 'x', 'x', 'x', 'x', 'x', ...], expected a list of texts, at most 1000",
        "c is '\\x00', expected a text",
    ]


def test_what_is_left_over_means_nothing() -> None:
    """An unknown field is named with its nearest, or with all."""
    problems: list[str] = []
    fields = Fields({"colour": 1, "zzz": 2}, "top", problems)
    fields.flag("color")
    fields.done()
    assert problems == [
        "top.colour means nothing here; did you mean color?",
        "top.zzz means nothing here; known are color",
    ]


def test_problems_have_lines() -> None:
    """That of the field, or of the table where the field is missing; none where no lines are known."""
    problems: list[str] = []
    top = Fields({"a": {"b": 1}}, "", problems, {"a": 3, "a.b": 4})
    inner = top.inner("a")
    assert inner is not None
    inner.text("b")
    inner.text("c", required=True)
    inner.wrong_as_a_whole("is odd")
    top.text("d", required=True)
    assert problems == [
        "line 4: a.b is 1, expected a text",
        "line 3: a.c is missing; expected a text",
        "line 3: a is odd",
        "d is missing; expected a text",
    ]
