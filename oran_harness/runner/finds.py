"""Failing examples on disk: ``seeds/e2ap/find-.../``, each with the message, how to make it anew, and why."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from oran_harness.captures import whole_file
from oran_harness.conformance.properties import Property
from oran_harness.drivers import Setting
from oran_harness.model import UsageError
from oran_harness.protocols.e2ap.deviation import Deviation, deviate
from oran_harness.steps import CaseOutcome, Peer

SCHEMA = "oran-harness/find/1"
_INTERFACE = "e2ap"
_LARGEST = 65536


@dataclass(frozen=True, slots=True)
class Find:
    """A failing example of a property: what was sent, and what the SUT did."""

    property_id: str
    title: str
    edition: str
    deviations: tuple[Deviation, ...]
    message: str
    octets: bytes
    said: str
    outcome: CaseOutcome

    @classmethod
    def of(
        cls, property: Property, setting: Setting, deviations: tuple[Deviation, ...], outcome: CaseOutcome
    ) -> "Find":
        """The find of a property that did not hold; its octets have ids of their own."""
        peer = Peer(setting.role.other, setting.edition, seed=setting.seed)
        message = property.message(peer)
        deviating = deviate(message, setting.edition, deviations)
        said = f"{message.NAME} in which {', and '.join(deviating.said) or 'nothing is wrong'}"
        return cls(
            property.id,
            property.description.title,
            setting.edition,
            deviations,
            message.NAME,
            deviating.octets,
            said,
            outcome,
        )

    @property
    def name(self) -> str:
        """The name of its folder: the same find has the same."""
        told = json.dumps([self.property_id, self.edition, [each.to_json() for each in self.deviations]])
        return f"find-{hashlib.sha256(told.encode()).hexdigest()[:12]}"

    @property
    def why(self) -> str:
        """The page for people."""
        rows = (
            ("Requirement", self.outcome.requirement),
            ("Expected", self.outcome.expected),
            ("Actual", self.outcome.actual or self.outcome.reason),
        )
        text = "".join(f"- {name}: {value}\n" for name, value in rows if value)
        return (
            f"# {self.said}\n\n{self.property_id}: {self.title} (E2AP {self.edition}).\n\n{text}\n"
            f"Ids are fresh each time that it is sent. It is tried first whenever {self.property_id} is run from the "
            "folder that holds `seeds/`.\n\n"
            f"    oran-harness decode --as {self.edition} seeds/{_INTERFACE}/{self.name}/input.hex\n"
        )

    def to_json(self) -> dict[str, Any]:
        """What makes the message anew."""
        return {
            "schema": SCHEMA,
            "property": self.property_id,
            "edition": self.edition,
            "message": self.message,
            "deviations": [each.to_json() for each in self.deviations],
        }


class Finds:
    """The folders in which finds are looked for; the first of ``places`` that can be written takes new ones."""

    def __init__(self, *places: Path) -> None:
        self._places = places

    def known(self, property: str) -> tuple[tuple[Deviation, ...], ...]:
        """The deviations of all finds of a property; what is no find is passed over."""
        found = (self._read(path, property) for place in self._places for path in _files(place))
        return tuple(dict.fromkeys(deviations for deviations in found if deviations))

    def keep(self, find: Find) -> Path | None:
        """Write a find; its folder, None if none of the places can be written."""
        for place in self._places:
            folder: Path = place / _INTERFACE / find.name
            try:
                folder.mkdir(parents=True, exist_ok=True)
                _write(folder / "input.hex", f"{find.octets.hex()}\n")
                _write(folder / "why.md", find.why)
                _write(folder / "deviations.json", json.dumps(find.to_json(), indent=1) + "\n")
            except (OSError, UsageError):
                continue
            return folder
        return None

    @staticmethod
    def _read(path: Path, property: str) -> tuple[Deviation, ...]:
        try:
            if path.stat().st_size > _LARGEST:
                return ()
            value = json.loads(path.read_text("utf-8"))
            if value["schema"] != SCHEMA or value["property"] != property:
                return ()
            return tuple(Deviation.from_json(each) for each in value["deviations"])
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return ()


def _files(place: Path) -> Iterator[Path]:
    yield from sorted((place / _INTERFACE).glob("find-*/deviations.json"))


def _write(path: Path, text: str) -> None:
    with whole_file(path) as file:
        file.write(text.encode("utf-8", "backslashreplace"))
