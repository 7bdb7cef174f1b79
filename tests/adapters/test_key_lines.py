"""The lines of keys in TOML."""

import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oran_harness.adapters.key_lines import Place, key_lines, path_of
from tests.adapters.profiles import TEXT

ODD = '''# [no.table]
"quoted.key" = 1 # = [
a . b.'c d' = """
[not.a.table]
x = "1" \\""" ""\\
"""
raw = \'\'\'
it's [ " \\ \'\'\'\'
list = [ # [
  1, [2, "]"], { in = 3, deeper.still = [ ] },

  "last",
]
[table.deep] # first
empty = ""
[[many]]
when = 1979-05-27 07:32:00
[[many]]
[many.inner]
x = { }
[[many.inner.more]]
y = 'C:\\'
[table]
z = -inf
'''


def test_what_stands_where() -> None:
    """Strings of several lines, comments, lists of tables and dotted keys do not confuse it."""
    found = key_lines(ODD)
    expected = {
        "quoted.key": 2,
        "a": 3,
        "a.b": 3,
        "a.b.c d": 3,
        "raw": 7,
        "list": 9,
        "list[0]": 10,
        "list[1][1]": 10,
        "list[2].in": 10,
        "list[2].deeper.still": 10,
        "list[3]": 12,
        "table": 14,
        "table.deep": 14,
        "table.deep.empty": 15,
        "many": 16,
        "many[0].when": 17,
        "many[1]": 18,
        "many[1].inner.x": 20,
        "many[1].inner.more[0].y": 22,
        "table.z": 24,
    }
    assert {path: found.get(path) for path in expected} == expected


@pytest.mark.parametrize("text", [ODD, TEXT, ODD.replace("\n", "\r\n")])
def test_every_place_of_a_document_has_its_line(text: str) -> None:
    """No key is missed, and none is made up."""
    assert set(key_lines(text)) == set(map(path_of, places(tomllib.loads(text))))


def places(value: Any, place: Place = ()) -> list[Place]:
    """All places of a document that ``tomllib`` read."""
    found = [place] if place else []
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [*found, *(each for step, item in inner for each in places(item, (*place, step)))]


BARE = st.sampled_from(["a", "b1", "2", "-", "_x"])
KEYS = st.one_of(BARE, BARE.map(lambda key: f'"{key}"'), BARE.map(lambda key: f" '{key}' "), st.just('"\\u00e9 ]\\""'))
GAPS = st.sampled_from(["", "\n", " # ] } \" '''\n", "\t\r\n\n", " "])
PLAIN = st.sampled_from(
    (
        "1",
        "0xf",
        "true",
        "1e3",
        "1979-05-27 07:32:00Z",
        "07:32:00",
        "inf",
        '""',
        "''",
        '"\\"]#"',
        "'\\'",
        '"""\n"a""b\\"""c"""""',
        "'''\n'x'' #\n''''",
        '"""\\\n  x"""',
        '"a=b,[{"',
    )
)
VALUES = st.recursive(
    PLAIN,
    lambda inner: (
        st.lists(st.tuples(GAPS, inner, GAPS).map("".join), max_size=3).map(lambda items: f"[{','.join(items)}]")
        | st.lists(st.tuples(KEYS, inner).map(" = ".join), max_size=2).map(lambda pairs: f"{{ {', '.join(pairs)} }}")
    ),
    max_leaves=6,
)
DOTTED = st.lists(KEYS, min_size=1, max_size=3).map(" . ".join)
LINES = st.one_of(
    st.tuples(DOTTED, VALUES).map("=".join), DOTTED.map("[{}]".format), DOTTED.map("[[{}]]".format), st.just("# [x]")
)


@given(st.lists(LINES, max_size=8).map("\n".join))
def test_odd_documents(text: str) -> None:
    """Whatever layout a document has: all its places have lines, in which the last part of the key stands."""
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    found = key_lines(text)
    assert set(found) == set(map(path_of, places(document)))
    lines = text.split("\n")
    for place in places(document):
        if isinstance(place[-1], str):
            last = place[-1] if place[-1].isascii() else "\\u00e9"
            assert last in lines[found[path_of(place)] - 1]
