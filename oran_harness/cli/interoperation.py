"""What ``interop`` does: the pairs, the matrix, and what there is to say of it."""

import asyncio
import json
import shlex
import sys
from collections.abc import Sequence
from pathlib import Path

from oran_harness import resources
from oran_harness.adapters import Profile, find_vendor, list_vendors
from oran_harness.cli.exit_code import ExitCode
from oran_harness.cli.matrix_talk import MatrixTalk
from oran_harness.cli.shown.matrix_table import matrix_lines, shown_as
from oran_harness.cli.shown.terminal import is_interactive, terminal
from oran_harness.errands import ClusterName, joined
from oran_harness.interop.matrix.cell import Cell
from oran_harness.interop.matrix.matchmaking import Candidate, Match, matches
from oran_harness.interop.matrix.matrix import FILE, Matrix
from oran_harness.interop.matrix.pair_abroad import PairAbroad
from oran_harness.interop.matrix.pair_process import PairProcess
from oran_harness.interop.pairs.scenes import SCENES
from oran_harness.interop.pairs.steering import Steering
from oran_harness.model import InputError, Role, UsageError, Verdict

PAIRING = "oran_harness.cli.pairing"
"""What brings one pair together."""
_JOBS = 2
_JOBS_ABROAD = 64
"""Pairs that a cluster is asked for at the same time: what no worker takes yet waits at its scheduler."""


class Interoperation:
    """One matrix. Afterwards ``exit_code`` is what the command ends with.

    ``nobody`` says why no person can be asked; where it is empty one is, at the terminal.
    """

    def __init__(
        self,
        found: Sequence[Match],
        folder: Path,
        steering: Steering,
        *,
        jobs: int | None = None,
        resume: bool = False,
        cluster: ClusterName | None = None,
        nobody: str = "",
    ) -> None:
        self._matches = found
        self._folder = folder
        self._interrupted = False
        self._cluster = cluster
        self._nobody = nobody
        self._talk = MatrixTalk(terminal(sys.stderr), sys.stdin)
        usual = _JOBS if cluster is None else _JOBS_ABROAD
        self._matrix = Matrix(found, folder, steering, jobs=jobs or usual, resume=resume, nobody=nobody)

    def run(self) -> None:
        """Bring all pairs together; Ctrl-C ends it, and leaves what is through.

        Raises ``UsageError`` if the results cannot be written, or the cluster is not there.
        """
        try:
            asyncio.run(self._play())
        except KeyboardInterrupt:
            self._interrupted = True

    async def _play(self) -> None:
        if self._cluster is None:
            person = self._talk.ask if not self._nobody else None
            await self._matrix.play(PairProcess((sys.executable, "-m", PAIRING), person), _nothing, self._done)
            return
        async with joined(self._cluster) as cluster:
            await self._matrix.play(PairAbroad(cluster, PAIRING), _nothing, self._done)

    def document(self) -> str:
        """The matrix as JSON, as ``interop.json`` has it."""
        return json.dumps(self._matrix.document(), indent=2) + "\n"

    def show(self) -> None:
        """Print the matrix, and a line for each pair that has something to say."""
        screen = terminal()
        screen.lines(matrix_lines(screen, self._matrix.cells))
        screen.line()
        screen.line(f"Results: {self._folder / FILE}")
        if self._interrupted:
            screen.line(f"To go on: oran-harness interop --resume {shlex.quote(str(self._folder))}, and what you named")

    @property
    def exit_code(self) -> ExitCode:
        """What the contract says of such a matrix."""
        return ExitCode.INTERRUPTED if self._interrupted else exit_code_of(self._matrix.cells)

    def _done(self, match: Match, cell: Cell) -> None:
        count = f"{len(self._matrix.cells)} of {len(self._matches)}"
        self._talk.say(f"[{count}] {cell.a} with {cell.b}: {shown_as(cell).value}, {cell.reason}")


def _nothing(match: Match, scene: str, verdict: str) -> None:
    """Single scenes are not told."""


def check_begun(folder: Path | None) -> None:
    """Raise ``UsageError`` if there is no matrix to go on with."""
    if folder is not None and not (folder / FILE).is_file():
        raise UsageError(f"There is no matrix in {folder}: it has no {FILE}; --out {folder} begins one there.")


def nobody_to_ask(*, as_json: bool, cluster: bool) -> str:
    """Why no person can be asked; empty where one can."""
    if cluster:
        return "the workers of a cluster can ask nobody; leave --cluster out"
    if as_json:
        return "with --json nobody is asked; leave it out, interop.json has the same"
    if not (is_interactive(sys.stdin) and is_interactive(sys.stderr)):
        return "standard input and error are no terminal; run this at one"
    return ""


def check_attended(found: Sequence[Match], nobody: str) -> None:
    """Raise ``UsageError`` if all pairs that can meet would ask a person, and ``nobody`` says why they cannot."""
    meeting = [match for match in found if not match.mismatch]
    if nobody and meeting and all(match.by_hand for match in meeting):
        raise UsageError(f"{meeting[0].by_hand} (operator = true), and {nobody}.")


def check_scenes(steering: Steering) -> None:
    """Raise ``UsageError`` if no scene is to be played."""
    if not any(map(steering.takes, SCENES)):
        ids = ", ".join(scene.id for scene in SCENES)
        raise UsageError(
            f"No scene has {' and '.join(map(repr, steering.keywords))} in id, title or clause; ids: {ids}."
        )


def exit_code_of(cells: Sequence[Cell]) -> ExitCode:
    """1: a pair fails by the doing of one of the two; 0: a pass and nothing worse than what is not there; 3: else."""
    if any(cell.first_failure is not None and cell.blame in set(Role) for cell in cells):
        return ExitCode.FAILED
    troubled = any(cell.verdict in (Verdict.FAIL, Verdict.INCONC, Verdict.ERROR) for cell in cells)
    passed = any(cell.summary.get(Verdict.PASS) for cell in cells)
    return ExitCode.FINE if passed and not troubled else ExitCode.NOTHING_JUDGED


def matches_of(words: Sequence[str], folder: Path | None, e2ap: str | None) -> tuple[Match, ...]:
    """The pairs of the vendors that are named, or of all there are.

    Raises ``UsageError`` if there is no such vendor or no pair, or one that is named cannot be started here, and
    ``InputError`` if a profile cannot be used. Of all there are, one that cannot be started costs its own cells alone.
    """
    asked = resources.interface("e2ap").edition(e2ap).edition if e2ap is not None else None
    candidates = _named(words, folder) if words else _all(folder)
    obstacle = next((each.obstacle for each in candidates if each.obstacle), "") if words else ""
    if obstacle:
        raise UsageError(f"{obstacle}.")
    found = matches(candidates, asked)
    if not found:
        names = ", ".join(words) or "the vendors that were found"
        raise UsageError(
            f"No two of {names} meet: it takes an {Role.E2_NODE} and a {Role.NEAR_RT_RIC}; oran-harness list vendors "
            "shows which roles there are."
        )
    return found


def _named(words: Sequence[str], folder: Path | None) -> list[Candidate]:
    candidates: dict[tuple[str, Role], Candidate] = {}
    folders: dict[str, Path] = {}
    for word in words:
        profile, role = find_vendor(word, folder)
        if folders.setdefault(profile.name, profile.folder.resolve()) != profile.folder.resolve():
            raise UsageError(f"Two vendors are named {profile.name!r}: {folders[profile.name]} and {profile.folder}.")
        roles = [role] if role is not None else list(profile.roles)
        if all(each.interface != "e2" for each in roles):
            raise UsageError(f"{word} is an end of O1, and the matrix is one of E2; leave it out.")
        for each in (each for each in roles if each.interface == "e2"):
            candidates[profile.name, each] = Candidate(profile, profile.role(each))
    return list(candidates.values())


def _all(folder: Path | None) -> list[Candidate]:
    profiles: list[Profile] = []
    for vendor in list_vendors(folder):
        if vendor.profile is None:
            raise InputError(vendor.problem)
        profiles.append(vendor.profile)
    both = ((profile, role) for profile in profiles for role in profile.roles if role.interface == "e2")
    return [Candidate(profile, profile.role(role)) for profile, role in both]
