"""The tool that plays the matrix of samples, and the smallest such matrix over real links."""

import json
import socket
from pathlib import Path
from typing import Any

import pytest
from sample_matrix import CELLS, SAMPLES, VENDORS, differences, main, running

from oran_harness.adapters import read_profile
from oran_harness.interop.matrix.cell import Cell
from oran_harness.model import Role
from oran_harness.transports import parse_address


def a_cell(node: str, ric: str, **instead: Any) -> dict[str, Any]:
    """A cell as it has to be, but for what is said otherwise."""
    known = CELLS[node, ric]
    cell = Cell(
        node,
        ric,
        summary={**Cell("", "").summary, "pass": known.passed},
        reason=known.reason,
        first_failure=known.first_failure,
        vendor=known.vendor,
        drift=known.drift,
    )
    return {**cell.to_json(), **instead}


def test_every_pair_is_known() -> None:
    """Each E2 node of the samples with each near-RT RIC."""
    roles = {vendor: next(iter(read_profile(VENDORS / vendor).roles)) for vendor in SAMPLES}
    nodes = [vendor for vendor, role in roles.items() if role is Role.E2_NODE]
    rics = [vendor for vendor, role in roles.items() if role is Role.NEAR_RT_RIC]
    assert set(CELLS) == {(node, ric) for node in nodes for ric in rics}


def test_the_readme_shows_what_is_known() -> None:
    """Passes and blame of each pair stand in its matrix."""
    text = (VENDORS.parent / "README.md").read_text()
    head, *rows = text.split("MATRIX\n", 1)[1].split("```", 1)[0].rstrip().splitlines()
    rics = {ric: head.index(f" {ric}") + 1 for ric in {ric for _, ric in CELLS}}
    for (node, ric), known in CELLS.items():
        (row,) = (each for each in rows if each.split()[0] == node)
        shown = row[rics[ric] :].split("  ")[0]
        assert shown.startswith(f"{known.passed}/" if known.passed else "not together"), (node, ric)
        assert known.vendor is None or shown.endswith(f" fail {known.vendor}"), (node, ric)


@pytest.mark.parametrize(
    ("instead", "said"),
    [
        ({"vendor": "alfa"}, "vendor is alfa, not delta"),
        ({"first_failure": None}, "first_failure is None, not E2SM-KPM-304"),
        ({"drift": None}, "drift is None, not alfa announces"),
        ({"summary": {"pass": 14, "inconc": 1, "error": 0}}, "alfa with delta: inconc, "),
        ({"b": "zulu"}, "nothing is known of alfa with zulu"),
    ],
)
def test_what_is_not_as_it_has_to_be_is_named(instead: dict[str, Any], said: str) -> None:
    """Another blame, failure or drift, and whatever is open."""
    assert differences([a_cell(*pair) for pair in CELLS]) == []
    (found,) = differences([a_cell("alfa", "delta", **instead)])
    assert said in found


def test_a_small_matrix(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Two nodes and a RIC over real links, in processes of their own: one pair fails, one has no edition in common."""
    assert main(["alfa", "bravo", "delta", "--out", str(tmp_path)]) == 0
    shown = capfd.readouterr().out
    assert "fail delta" in shown
    assert "bravo          not together" in shown
    assert "Blame: delta (near-rt-ric)" in shown
    assert "Drift: alfa announces KPM 3.00 and sends 2.03" in shown
    written = json.loads((tmp_path / "interop.json").read_bytes())["cells"]
    assert [(cell["a"], cell["b"], cell["results"]) for cell in written] == [
        ("alfa", "delta", "alfa--delta/results.json"),
        ("bravo", "delta", None),
    ]


def test_what_runs_already_is_ended() -> None:
    """The adapter of echo is there while the body runs, and not afterwards; two of it say in their own words why not.

    One test: its address is the same in all, and tests run side by side.
    """
    role = read_profile(VENDORS / "echo").role(None)
    assert role.endpoint is not None
    refused = r"echo cannot be started by vendors/echo/start.sh: oran-harness: .*17101"
    with running("echo"):
        assert _is_there(role.endpoint.target)
        with pytest.raises(SystemExit, match=refused), running("echo"):
            raise AssertionError("two cannot have one address")
    assert not _is_there(role.endpoint.target)


def test_who_is_no_sample(capsys: pytest.CaptureFixture[str]) -> None:
    """Is refused with those that there are."""
    with pytest.raises(SystemExit) as ended:
        main(["zulu"])
    assert ended.value.code == 2
    assert "zulu is no sample; there are alfa, bravo, charlie, delta, echo" in capsys.readouterr().err


def _is_there(target: str) -> bool:
    address = parse_address(f"tcp://{target}")
    with socket.socket() as probe:
        return probe.connect_ex((address.host, address.port or 0)) == 0
