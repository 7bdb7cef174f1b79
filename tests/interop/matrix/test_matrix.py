"""Pairs in processes of their own."""

import asyncio
import fcntl
import json
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from oran_harness.adapters import Launch, Profile, RoleProfile
from oran_harness.interop.matrix.cell import INTERRUPTED, Cell
from oran_harness.interop.matrix.matchmaking import Candidate, Match
from oran_harness.interop.matrix.matrix import FILE, Matrix
from oran_harness.interop.matrix.pair_process import PairProcess
from oran_harness.interop.pairs.steering import Steering
from oran_harness.model import HARNESS, Role, UsageError, Verdict

PAIR = """
import json, os, sys, time
order = json.loads(sys.stdin.readline())
from pathlib import Path
from oran_harness.interop.matrix.cell import Cell, write_cell
from oran_harness.interop.matrix.order import Order
order = Order.from_json(json.dumps(order))
folder = Path(order.folder)
folder.mkdir(parents=True, exist_ok=True)
names = folder.name.split("--")
with open(folder / "starts", "a") as file: file.write("x")
print("no json"); print(json.dumps({"scene": "E2AP-SETUP-301", "verdict": "pass"}), flush=True)
if names[0].startswith("fixed"): (folder.parent / "there").mkdir(); time.sleep(0.3); (folder.parent / "there").rmdir()
if names[0] == "killed": os.kill(os.getpid(), 9)
if names[0] == "refusing": sys.stderr.write("alfa is not there."); sys.exit(2)
if names[0] == "loud": sys.stderr.write("x" * 10_000_000); sys.exit(5)
if names[0] == "patient": sys.stdin.read(); (folder / "ended").touch(); sys.exit(0)
write_cell(folder, order.print, Cell(*names, summary={**Cell("", "").summary, "pass": 3}, reason="3 scenes pass"))
"""
"""A program that brings a pair together, in its own way."""
PERFORM = PairProcess((sys.executable, "-c", PAIR))


def a_match(
    root: Path, node: str, ric: str = "bravo", edition: str | None = "3.01", address: str | None = None
) -> Match:
    """A pair whose profiles are there."""
    candidates = []
    for name, role in ((node, Role.E2_NODE), (ric, Role.NEAR_RT_RIC)):
        folder = root / "vendors" / name
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "profile.toml").write_text(f'name = "{name}"')
        started = Launch((name,), folder, folder)
        profile = RoleProfile(
            role, transport=("tcp",), launch=started, address=address if role is Role.NEAR_RT_RIC else None
        )
        candidates.append(Candidate(Profile(name, name, None, folder, {}), profile))
    return Match(candidates[0], candidates[1], edition)


def play(
    root: Path, *found: Match, resume: bool = False, seed: int = 0, nobody: str = ""
) -> tuple[dict[str, Cell], list[str]]:
    """The cells by their nodes, and the scenes that were told."""
    told: list[str] = []
    steering = Steering("", seed=seed)
    matrix = Matrix(found, root / "out", steering, jobs=2, resume=resume, nobody=nobody)
    asyncio.run(matrix.play(PERFORM, lambda match, scene, verdict: told.append(scene), lambda match, cell: None))
    written = json.loads((root / "out" / FILE).read_bytes())
    assert written == json.loads(json.dumps(matrix.document()))
    return {cell.a: cell for cell in matrix.cells}, told


def test_the_trouble_of_a_pair_stays_in_its_cell(tmp_path: Path) -> None:
    """A process that is killed, refuses, or says too much: an error with its reason; the others are through."""
    names = ("alfa", "killed", "refusing", "loud")
    cells, told = play(tmp_path, *(a_match(tmp_path, name) for name in names))
    assert cells["alfa"].reason == "3 scenes pass"
    assert cells["killed"].reason == "the process of this pair was killed by signal 9"
    assert cells["refusing"].reason == "alfa is not there."
    assert cells["loud"].reason.startswith("the process of this pair ended with status 5: xxx")
    assert len(cells["loud"].reason) < 1000
    assert {cell.blame for cell in cells.values()} == {None, HARNESS}
    assert told == ["E2AP-SETUP-301"] * 4


def test_a_profile_that_is_gone_costs_its_cell(tmp_path: Path) -> None:
    """And what cannot be written over, too."""
    found = [a_match(tmp_path, name) for name in ("alfa", "gone", "stuck")]
    (tmp_path / "vendors" / "gone" / "profile.toml").unlink()
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "stuck--bravo").write_text("a file")
    cells, _ = play(tmp_path, *found)
    assert cells["alfa"].reason == "3 scenes pass"
    assert cells["gone"].reason.startswith("the two cannot be brought together: ")
    assert cells["gone"].reason.endswith("profile.toml: No such file or directory")
    assert cells["stuck"].blame == HARNESS


def test_two_matrices_do_not_write_to_one_folder(tmp_path: Path) -> None:
    """They would take each other's cells away."""
    match = a_match(tmp_path, "alfa")
    (tmp_path / "out").mkdir()
    place = os.open(tmp_path / "out", os.O_RDONLY)
    fcntl.flock(place, fcntl.LOCK_EX)
    with pytest.raises(UsageError, match=r"another run writes to .*/out at this moment"):
        play(tmp_path, match)
    os.close(place)
    play(tmp_path, match)


def test_a_product_is_in_one_pair_at_a_time_if_there_is_one_of_it(tmp_path: Path) -> None:
    """Two pairs that have it follow each other, however many may be played at once."""
    found = [a_match(tmp_path, f"fixed-{number}", address="tcp://127.0.0.1:1") for number in range(3)]
    cells, _ = play(tmp_path, *found)
    assert {cell.reason for cell in cells.values()} == {"3 scenes pass"}


def test_a_pair_without_a_common_edition_is_not_started(tmp_path: Path) -> None:
    """It is a cell with its reason, and has no folder."""
    cells, _ = play(tmp_path, a_match(tmp_path, "alfa", edition=None))
    assert cells["alfa"].reason.endswith("declared by both, nobody to blame")
    assert not (tmp_path / "out" / "alfa--bravo").exists()


def test_where_nobody_can_be_asked_a_person_costs_his_cells(tmp_path: Path) -> None:
    """Nothing is known of the pair, and it is not begun; one that was through before stays."""
    asked = a_match(tmp_path, "alfa")
    asked = replace(asked, node=replace(asked.node, role=replace(asked.node.role, launch=None, operator=True)))
    others = a_match(tmp_path, "zulu")
    cells, _ = play(tmp_path, asked, others, nobody="nobody is there")
    assert cells["alfa"].reason == "alfa:e2-node is looked after by a person, and nobody is there"
    assert (cells["alfa"].verdict, cells["alfa"].blame) == (Verdict.INCONC, None)
    assert cells["zulu"].reason == "3 scenes pass"
    assert not (tmp_path / "out" / "alfa--bravo").exists()
    play(tmp_path, asked)
    cells, _ = play(tmp_path, asked, resume=True, nobody="nobody is there")
    assert cells["alfa"].reason == "3 scenes pass"


def test_a_matrix_is_taken_up_again(tmp_path: Path) -> None:
    """What is through stays; a pair is brought together again if it failed to, or its profile or an option changed."""
    found = [a_match(tmp_path, "alfa"), a_match(tmp_path, "killed")]

    def starts() -> list[int]:
        return [len((tmp_path / "out" / each.name / "starts").read_text()) for each in found]

    play(tmp_path, *found)
    cells, _ = play(tmp_path, *found, resume=True)
    assert starts() == [1, 2]
    assert cells["alfa"].reason == "3 scenes pass"
    play(tmp_path, *found, resume=True, seed=7)
    assert starts() == [2, 3]
    (tmp_path / "vendors" / "bravo" / "profile.toml").write_text("# another")
    play(tmp_path, *found, resume=True, seed=7)
    assert starts() == [3, 4]
    play(tmp_path, *found)
    assert starts() == [4, 5]


def broken_off(root: Path, *found: Match, resume: bool = False) -> tuple[Matrix, dict[str, dict[str, Any]]]:
    """A matrix, one pair at a time, broken off as soon as one that does not end has begun; its cells on disk."""
    matrix = Matrix(found, root / "out", Steering(""), jobs=1, resume=resume)

    async def work() -> None:
        begun = asyncio.Event()

        def told(match: Match, scene: str, verdict: str) -> None:
            if match.node.vendor == "patient":
                begun.set()

        playing = asyncio.create_task(matrix.play(PERFORM, told, lambda *done: None))
        await asyncio.wait_for(begun.wait(), 60)
        playing.cancel()
        with pytest.raises(asyncio.CancelledError):
            await playing

    asyncio.run(work())
    written = json.loads((root / "out" / FILE).read_bytes())
    assert written == json.loads(json.dumps(matrix.document()))
    return matrix, {cell["a"]: cell for cell in written["cells"]}


def test_a_matrix_that_is_broken_off_ends_its_pairs(tmp_path: Path) -> None:
    """Their standard input ends, so they stop their products; what was through is on disk, the rest is skip."""
    names = ("alfa", "patient", "waiting")
    apart = a_match(tmp_path, "apart", edition=None)
    _, cells = broken_off(tmp_path, *(a_match(tmp_path, name) for name in names), apart)
    assert (tmp_path / "out" / "patient--bravo" / "ended").exists()
    assert cells["alfa"]["reason"] == "3 scenes pass"
    assert cells["apart"]["reason"].endswith("declared by both, nobody to blame")
    for name in ("patient", "waiting"):
        assert cells[name]["reason"] == INTERRUPTED
        assert {verdict for verdict, count in cells[name]["summary"].items() if count} == {"skip"}
        assert (cells[name]["blame"], cells[name]["first_failure"], cells[name]["results"]) == (None, None, None)


def test_what_was_interrupted_is_performed_when_the_matrix_goes_on(tmp_path: Path) -> None:
    """Also where a matrix before it, in the same folder, had come to an end."""
    found = [a_match(tmp_path, name) for name in ("alfa", "zulu")]
    play(tmp_path, *found)
    broken_off(tmp_path, found[0], a_match(tmp_path, "patient"), found[1])
    cells, _ = play(tmp_path, *found, resume=True)
    assert {cell.reason for cell in cells.values()} == {"3 scenes pass"}
    starts = {name: len((tmp_path / "out" / f"{name}--bravo" / "starts").read_text()) for name in ("alfa", "zulu")}
    assert starts == {"alfa": 2, "zulu": 2}


def test_what_was_through_before_is_not_lost_when_it_is_broken_off_again(tmp_path: Path) -> None:
    """Though its turn had not come yet."""
    found = [a_match(tmp_path, name) for name in ("patient", "zulu")]
    play(tmp_path, found[1])
    matrix, cells = broken_off(tmp_path, *found, resume=True)
    assert cells["zulu"]["reason"] == "3 scenes pass"
    assert cells["patient"]["reason"] == INTERRUPTED
    assert len(matrix.cells) == 2
