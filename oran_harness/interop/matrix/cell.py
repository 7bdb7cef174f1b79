"""What a pair came to: one cell of the matrix (``interop.json``)."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from oran_harness.captures import whole_file
from oran_harness.interop.pairs.verdicts import Played
from oran_harness.model import HARNESS, CaseResult, Level, Role, Verdict

SCHEMA = "oran-harness/interop/1"
FILE = "cell.json"
"""In a pair's folder, the file that is written when it is through: its cell, and of which order it is."""
INTERRUPTED = "interrupted"
"""The reason of a pair that was not through when the matrix was broken off."""
_IN_ORDER = (Verdict.PASS, Verdict.FAIL, Verdict.INCONC, Verdict.ERROR, Verdict.UNSUPPORTED, Verdict.SKIP)
_SUMMARY = tuple(verdict.value for verdict in _IN_ORDER)


@dataclass(frozen=True, slots=True)
class Cell:
    """One pair: ``a`` is the vendor of the E2 node, ``b`` that of the near-RT RIC.

    ``blame`` is the role, or ``"harness"``, whose doing the first failure is, ``vendor`` that of the role; both None
    where the evidence does not settle it. ``drift`` says in a sentence who speaks another edition than it announces, or
    than the other does. ``reason`` is the one line that a person reads. ``results`` is the path of the pair's
    ``results.json``, relative to the matrix, None where the two were not brought together.
    """

    a: str
    b: str
    interface: str = "e2"
    summary: Mapping[str, int] = field(default_factory=lambda: dict.fromkeys(_SUMMARY, 0))
    first_failure: str | None = None
    blame: str | None = None
    vendor: str | None = None
    drift: str | None = None
    reason: str = ""
    results: str | None = None

    @classmethod
    def of(cls, a: str, b: str, played: Played, results: str) -> "Cell":
        """The cell of a pair that met."""
        verdicts = [result.verdict.value for result in played.results]
        first = _first_failure(played.results)
        blame = None if first is None else first.blame
        vendors = {Role.E2_NODE.value: a, Role.NEAR_RT_RIC.value: b}
        return cls(
            a,
            b,
            summary={name: verdicts.count(name) for name in _SUMMARY},
            first_failure=None if first is None else first.id,
            blame=blame,
            vendor=None if blame is None else vendors.get(blame),
            drift=played.drift,
            reason=_reason(played) if first is None else f"{first.id}: {first.reason}",
            results=results,
        )

    @classmethod
    def interrupted(cls, a: str, b: str, scenes: int) -> "Cell":
        """The cell of a pair that was not through when the matrix was broken off: so many scenes are ``skip``."""
        blank = cls(a, b)
        return replace(blank, summary={**blank.summary, Verdict.SKIP.value: scenes}, reason=INTERRUPTED)

    @property
    def verdict(self) -> Verdict:
        """The worst verdict of the pair; ``unsupported`` where the two were not brought together.

        What fails for a should alone is counted in ``summary``, and is no failure of the pair.
        """
        harmless = (Verdict.FAIL,) if self.first_failure is None else ()
        worst = [verdict for verdict in Verdict if self.summary.get(verdict.value) and verdict not in harmless]
        return Verdict.worst(worst) if worst else Verdict.UNSUPPORTED

    def to_json(self) -> dict[str, Any]:
        """The cell as ``interop.json`` has it."""
        return {
            "a": self.a,
            "b": self.b,
            "interface": self.interface,
            "summary": dict(self.summary),
            "first_failure": self.first_failure,
            "blame": self.blame,
            "vendor": self.vendor,
            "drift": self.drift,
            "reason": self.reason,
            "results": self.results,
        }

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> "Cell":
        """The cell of such a document; raises ``KeyError``, ``TypeError`` or ``ValueError`` if it is none."""
        summary = {name: int(value["summary"][name]) for name in _SUMMARY}
        texts = {
            name: None if value[name] is None else str(value[name])
            for name in ("first_failure", "blame", "vendor", "drift", "results")
        }
        return cls(
            a=str(value["a"]),
            b=str(value["b"]),
            interface=str(value["interface"]),
            summary=summary,
            reason=str(value["reason"]),
            **texts,
        )


def document(cells: Iterable[Cell]) -> dict[str, Any]:
    """The matrix as ``interop.json`` has it; cells in the order of their names."""
    ordered = sorted(cells, key=lambda cell: (cell.a, cell.b))
    return {"schema": SCHEMA, "cells": [cell.to_json() for cell in ordered]}


def write_cell(folder: Path, order: str, cell: Cell) -> None:
    """Write down what a pair came to by an order; raises ``UsageError`` if that cannot be."""
    with whole_file(folder / FILE) as file:
        file.write((json.dumps({"order": order, "cell": cell.to_json()}, indent=1) + "\n").encode())


def known_cell(folder: Path, order: str) -> Cell | None:
    """What a pair came to by an order, None if it did not come to that, or its results are not there any more."""
    try:
        value = json.loads((folder / FILE).read_bytes())
        if value["order"] != order:
            return None
        cell = Cell.from_json(value["cell"])
        if cell.results is not None:
            json.loads((folder.parent / cell.results).read_bytes())
        return cell
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _first_failure(results: Sequence[CaseResult]) -> CaseResult | None:
    """What the pair failed in, None if it did not fail: a must, or an error."""
    failed = [
        each
        for each in results
        if each.verdict is Verdict.ERROR or (each.verdict is Verdict.FAIL and each.level is Level.MUST)
    ]
    # What breaks for somebody's doing says more than what merely breaks, and that more than an error of ours.
    blamed = [each for each in failed if each.blame is not None]
    of_vendors = [each for each in blamed if each.blame != HARNESS]
    return next(iter(of_vendors or blamed or failed), None)


def _reason(played: Played) -> str:
    """One line where nothing failed: what is not known, or that all is well."""
    open_ = [each for each in played.results if each.verdict is Verdict.INCONC]
    if open_:
        return f"{open_[0].id}: {open_[0].reason}"
    passed = sum(each.verdict is Verdict.PASS for each in played.results)
    if not passed:
        reason = next((each.reason for each in played.results), "no scene was played")
        return f"nothing was shown: {reason}"
    advice = [each for each in played.results if each.verdict is Verdict.FAIL]
    should = f"; {advice[0].id} (should-level): {advice[0].reason}" if advice else ""
    return f"{'1 scene passes' if passed == 1 else f'{passed} scenes pass'}{should}"
