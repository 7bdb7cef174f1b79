"""Files of known verdicts: read, and refused with all that is wrong in one sentence."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oran_harness.model import InputError, Role, Verdict
from tests.runner.known.files import read

WHOLE = """
[[known]]
id = ["A-101", "E2-PPID"]
role = "near-rt-ric"
verdict = ["fail", "pass"]
reason = " It loses every second answer. "
link = "https://tracker.example.com/12"
e2ap = ["2.03"]
transport = ["tcp", "sctp"]

[[known]]
id = "A-201"
verdict = "inconc"
reason = "No time."
"""


def refused(folder: Path, text: str) -> str:
    """The sentence that a file of that text is refused with."""
    with pytest.raises(InputError) as error:
        read(folder, text)
    return str(error.value)


def test_every_field_arrives(tmp_path: Path) -> None:
    """Lists and single texts; the reason without blanks around it."""
    first, second = read(tmp_path, WHOLE).entries
    assert first.ids == ("A-101", "E2-PPID")
    assert (first.role, first.editions, first.transports) == (Role.NEAR_RT_RIC, ("2.03",), ("tcp", "sctp"))
    assert first.known.verdicts == (Verdict.FAIL, Verdict.PASS)
    assert (first.known.reason, first.known.link) == (
        "It loses every second answer.",
        "https://tracker.example.com/12",
    )
    assert (second.ids, second.role, second.known.verdicts) == (("A-201",), None, (Verdict.INCONC,))
    assert (first.line, second.line) == (2, 11)


def test_an_empty_file_lists_nothing(tmp_path: Path) -> None:
    """Whoever knows of nothing may say so."""
    assert read(tmp_path, "# nothing\n").entries == ()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('id = "A-110"', "line 3: known[0].id is 'A-110', expected the id of a case or rule (did you mean A-10"),
        ('id = "zzz"', "what is no more has to be taken out"),
        ('id = ["A-101", "A-101"]', "each only once"),
        ("id = 7", "a list of texts"),
        ("id = []", "at least one text"),
        ('verdict = "failed"', "line 4: known[0].verdict is 'failed', expected one of pass, skip"),
        ('verdict = "pass"', "known[0].verdict is pass, which needs no entry"),
        ('reason = "  "', "line 5: known[0].reason is empty; say in a sentence why that verdict is known"),
        ("reason = 1", "known[0].reason is 1, expected a text"),
        ('link = "ticket 12"', "line 6: known[0].link is 'ticket 12', expected an address"),
        ('role = "e2-nod"', "line 6: known[0].role is 'e2-nod', expected one of near-rt-ric, e2-node"),
        ('role = "e2-node"', "known[0].role is e2-node, and A-101 is a case for near-rt-ric; expected that"),
        ('e2ap = ["9.99"]', "known[0].e2ap[0] is '9.99', expected one of 2.03, 3.01"),
        ('transport = ["udp"]', "known[0].transport[0] is 'udp', expected one of sctp"),
        ('becuase = "x"', "line 6: known[0].becuase means nothing here"),
    ],
)
def test_what_is_wrong_with_a_field(tmp_path: Path, line: str, said: str) -> None:
    """Line, field, what it is, and what was expected."""
    fields = {"id": 'id = "A-101"', "verdict": 'verdict = "fail"', "reason": 'reason = "r"'}
    fields[line.split()[0]] = line
    assert said in refused(tmp_path, "\n".join(("", "[[known]]", *fields.values())))


@pytest.mark.parametrize("missing", ["id", "verdict", "reason"])
def test_what_has_to_be_there(tmp_path: Path, missing: str) -> None:
    """An entry without a reason least of all."""
    fields = {"id": 'id = "A-101"', "verdict": 'verdict = "fail"', "reason": 'reason = "r"'}
    del fields[missing]
    assert f"line 1: known[0].{missing} is missing" in refused(tmp_path, "\n".join(("[[known]]", *fields.values())))


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    """Of all entries, and of the file."""
    said = refused(
        tmp_path,
        'knwon = 1\n[[known]]\nid = "B"\nverdict = "bad"\nreason = ""\n[[known]]\nid = "C"\nverdict = "fail"\n',
    )
    for part in ("knwon", "known[0].id", "known[0].verdict", "known[0].reason", "known[1].id", "known[1].reason"):
        assert part in said


def entry(id: str, verdict: str, more: str = "") -> str:
    """The text of an entry."""
    return f'[[known]]\nid = "{id}"\nverdict = {verdict}\nreason = "r"\n{more}\n'


def test_what_stands_twice(tmp_path: Path) -> None:
    """Both lines are told; it is a contradiction where the verdicts differ."""
    twice = entry("A-101", '"fail"') + entry("A-101", '["fail"]')
    assert "line 6: A-101 stands in line 1 as well, with the same verdicts; expected it once" in refused(
        tmp_path, twice
    )
    other = entry("A-101", '"fail"') + entry("A-101", '"inconc"', 'transport = ["tcp"]')
    assert "line 6: A-101 stands in line 1 as well, with other verdicts" in refused(tmp_path, other)


def test_what_holds_for_other_runs_stands_beside(tmp_path: Path) -> None:
    """One case may come to one thing over TCP and to another over SCTP."""
    apart = entry("A-101", '"fail"', 'transport = ["tcp"]') + entry("A-101", '"inconc"', 'transport = ["sctp"]')
    assert len(read(tmp_path, apart).entries) == 2


@given(
    document=st.dictionaries(
        st.sampled_from(["id", "role", "verdict", "reason", "link", "e2ap", "transport", "x"]),
        st.one_of(st.booleans(), st.integers(), st.text(st.characters(codec="ascii"), max_size=5)),
    )
)
def test_whatever_is_written_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, document: dict[str, object]
) -> None:
    """Nothing else comes out of the reader."""
    lines = [f"{name} = {_toml(value)}" for name, value in document.items()]
    text = "\n".join(("[[known]]", *lines))
    tomllib.loads(text)
    refused(tmp_path_factory.getbasetemp(), text)


def _toml(value: object) -> str:
    if isinstance(value, str):
        return '"' + "".join(f"\\u{ord(sign):04x}" for sign in value) + '"'
    return str(value).lower()
