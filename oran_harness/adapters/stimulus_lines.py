"""Stimuli as lines of JSON on a product's standard input, and their answers among the lines that it prints."""

import json
from collections import Counter
from collections.abc import Mapping
from typing import Any

from oran_harness.adapters.adapter import StimulusAnswer, StimulusStatus


def stimulus_line(name: str, arguments: Mapping[str, Any]) -> bytes:
    """The line that asks for a stimulus."""
    return json.dumps({"stimulus": name, "arguments": dict(arguments)}).encode() + b"\n"


def answer_in(line: str) -> tuple[str, StimulusAnswer] | None:
    """The name and answer of a stimulus if that is what a line holds; None for all else."""
    if not line.lstrip().startswith("{"):
        return None
    try:
        document = json.loads(line)
    except (ValueError, RecursionError):
        return None
    name, status, details = (document.get(key) for key in ("stimulus", "status", "details"))
    known = isinstance(status, str) and status in set(StimulusStatus)
    if not isinstance(name, str) or not known or not isinstance(details, dict | None):
        return None
    return name, StimulusAnswer(StimulusStatus(status), details or {})


class Owed:
    """Answers that were waited for in vain: what comes late must not be taken for the answer to a later stimulus."""

    def __init__(self) -> None:
        self._owed: Counter[str] = Counter()

    def missed(self, name: str) -> None:
        """An answer did not come in time."""
        self._owed[name] += 1

    def late(self, name: str) -> bool:
        """Whether an answer that comes now is one of those that were missed."""
        if self._owed[name] <= 0:
            return False
        self._owed[name] -= 1
        return True
