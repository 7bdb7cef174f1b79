"""Profiles: read, and refused with all that is wrong in one sentence."""

import copy
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oran_harness.adapters import Profile, read_profile
from oran_harness.adapters.profile_reader import profile_of
from oran_harness.adapters.toml_file import LARGEST
from oran_harness.model import InputError, Role
from tests.adapters.profiles import NODE, TEXT, role

HERE = Path("alfa")


def problems(document: dict[str, Any]) -> str:
    """The sentence that a document is refused with."""
    with pytest.raises(InputError) as refused:
        profile_of(document, HERE)
    return str(refused.value)


def refusal(read: Callable[[], Profile]) -> str | None:
    """The sentence that something is refused with, None if it is read."""
    try:
        assert isinstance(read(), Profile)
    except InputError as error:
        return str(error)
    return None


def test_the_example_of_the_contract(tmp_path: Path) -> None:
    """Every field of it arrives."""
    (tmp_path / "profile.toml").write_text(TEXT)
    assert tomllib.loads(TEXT) == NODE
    read = read_profile(tmp_path)
    assert (read.name, read.product, read.version) == ("alfa", "alfa gNB-DU", "1.4.0")
    node = read.role(None)
    assert node is read.roles[Role.E2_NODE]
    assert node.transport == ("sctp", "tcp")
    assert node.launch is not None
    assert node.launch.command[0] == "alfa-du"
    assert (node.launch.ready, node.launch.ready_timeout_s, node.launch.cwd) == ("E2 agent up", 30, tmp_path)
    assert node.launch.env == {"TOKEN": "env:ALFA_TOKEN", "LANG": "C"}
    assert node.claims is not None
    assert node.claims.e2ap == ("2.03", "3.01")
    assert "RICcontrol" in node.claims.procedures
    assert node.claims.service_models[0].styles == (1, 4)


def test_all_problems_are_told_at_once() -> None:
    """One sentence names each field, what it is, and what was expected."""
    document = copy.deepcopy(NODE)
    document["vendor"]["name"] = "al fa"
    document["roles"]["e2-node"]["transport"] = ["sctq"]
    document["roles"]["e2-node"]["launch"]["ready"] = "("
    document["roles"]["e2-node"]["launch"]["ready_timeout_s"] = "soon"
    document["roles"]["e2-node"]["claims"]["procedures"] = ["RICsubscribtion"]
    document["roles"]["e2-node"]["claims"]["service_models"][0]["styles"] = ["one"]
    document["rolls"] = {}
    said = problems(document)
    for word in (
        "vendor.name is 'al fa', expected letters",
        "roles.e2-node.transport[0] is 'sctq', expected one of sctp,",
        "did you mean sctp?",
        "roles.e2-node.launch.ready is '(', expected a regular expression",
        "roles.e2-node.launch.ready_timeout_s is 'soon', expected a number from 0.1 to 3600",
        "roles.e2-node.claims.procedures[0] is 'RICsubscribtion'",
        "did you mean RICsubscription?",
        "roles.e2-node.claims.service_models[0].styles[0] is 'one', expected an integer",
        "rolls means nothing here; did you mean roles?",
    ):
        assert word in said


def test_what_must_be_there() -> None:
    """A vendor with a name, and at least one role that is known."""
    assert "vendor is missing" in problems({})
    assert "roles is missing" in problems({})
    assert "vendor.name is missing" in problems({"vendor": {}, "roles": {}})
    assert "roles is empty" in problems({"vendor": {"name": "a"}, "roles": {}})
    assert "roles.xapp means nothing here" in problems(role("xapp"))


def test_many_problems_are_bounded() -> None:
    """Twenty are told, the rest is counted."""
    assert "and 80 more problems" in problems({f"f{n}": 1 for n in range(98)})


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xff\xfe", "not UTF-8"),
        (b"[vendor", "not TOML: "),
        (b"a = " + b"[" * 20_000, "nested too deeply"),
        (b"a = " + b"1" * 5000, "not TOML: "),
        (b"#" * (LARGEST + 1), "larger than"),
    ],
)
def test_files_that_are_no_profiles(tmp_path: Path, content: bytes, said: str) -> None:
    """One sentence that names the file."""
    (tmp_path / "profile.toml").write_bytes(content)
    with pytest.raises(InputError, match=said) as refused:
        read_profile(tmp_path)
    assert str(tmp_path) in str(refused.value)
    assert len(str(refused.value)) < 400 + len(str(tmp_path))


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    """A folder without a profile, a profile that is a folder."""
    with pytest.raises(InputError, match="does not exist"):
        read_profile(tmp_path)
    (tmp_path / "profile.toml").mkdir()
    with pytest.raises(InputError, match="is a folder where a profile is expected"):
        read_profile(tmp_path)


VALUES = st.recursive(
    st.none().flatmap(lambda _: st.text(max_size=8))
    | st.integers()
    | st.sampled_from([5000]).map(lambda digits: 10**digits)
    | st.booleans()
    | st.floats()
    | st.datetimes()
    | st.sampled_from(["e2-node", "sctp", "3.01", "{peer_uri}", "{own_uri}", "env:X", "file:x", "tcp://h:1", "a:B"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
PLACES = [
    (),
    ("vendor",),
    ("vendor", "name"),
    ("roles",),
    ("roles", "e2-node"),
    *(("roles", "e2-node", each) for each in ("launch", "address", "listen", "transport", "claims", "adapter")),
    *(("roles", "e2-node", each) for each in ("container", "operator", "near-rt-ric")),
    *(("roles", "e2-node", "launch", each) for each in ("command", "ready", "ready_timeout_s", "env", "cwd", "x")),
    *(("roles", "e2-node", "launch", each) for each in ("stop_signal", "stop_timeout_s", "stimuli", "container")),
    ("roles", "e2-node", "launch", "env", "TOKEN"),
    *(("roles", "e2-node", "claims", each) for each in ("e2ap", "procedures", "service_models")),
    *(("roles", "e2-node", "claims", "service_models", 0, each) for each in ("name", "oid", "revision", "styles")),
]


@given(st.lists(st.tuples(st.sampled_from(PLACES), VALUES), min_size=1, max_size=3))
def test_whatever_is_in_a_profile_it_is_read_or_refused(changes: list[tuple[tuple[Any, ...], Any]]) -> None:
    """Any value at any place: a profile, or one InputError; nothing else."""
    document: Any = copy.deepcopy(NODE)
    for place, value in changes:
        if not place:
            document = {"roles": value, **document} if isinstance(value, str) else document
            continue
        target = document
        try:
            for step in place[:-1]:
                target = target[step]
            target[place[-1]] = value
        except (TypeError, KeyError, IndexError):
            continue
    said = refusal(lambda: profile_of(document, HERE))
    assert said is None or ("cannot be used: " in said and len(said) < 20_000)


@given(st.text(max_size=300).map(lambda text: TEXT[:200] + text + TEXT[200:]) | st.text() | st.binary())
def test_whatever_is_in_a_file_it_is_read_or_refused(tmp_path_factory: Any, content: str | bytes) -> None:
    """Any octets: a profile, or one InputError; nothing else."""
    folder = tmp_path_factory.mktemp("vendor")
    octets = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    (folder / "profile.toml").write_bytes(octets)
    said = refusal(lambda: read_profile(folder))
    assert said is None or str(folder) in said


def test_each_problem_has_its_line(tmp_path: Path) -> None:
    """Of a field the line where it stands, of one that is missing the line of its table."""
    wrong = TEXT.replace('"sctp", "tcp"', '"sctq"').replace('name = "alfa"\n', "").replace("3.01", "three")
    (tmp_path / "profile.toml").write_text(wrong)
    said = refusal(lambda: read_profile(tmp_path)) or ""
    line = {text.split(" ")[0]: number for number, text in enumerate(wrong.split("\n"), start=1)}
    for word in (
        f"line {line['[vendor]']}: vendor.name is missing",
        f"line {line['transport']}: roles.e2-node.transport[0] is 'sctq'",
        f"line {line['e2ap']}: roles.e2-node.claims.e2ap[1] is 'three'",
    ):
        assert word in said
