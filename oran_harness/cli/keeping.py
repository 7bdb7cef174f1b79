"""A peer of ``serve`` whose flaw lasts over restarts of the process: what it keeps lies in a file."""

import contextlib
import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from oran_harness.cli.shown.printable import printable
from oran_harness.model import InputError, UsageError
from oran_harness.peers.actor import Actor, Command, Happening, Lasting


class Keeping:
    """The actor that it wraps, and a file that holds at every moment what the actor keeps.

    Raises ``UsageError`` for an actor that keeps nothing, and ``InputError`` for a file that was not written so, or
    cannot be.
    """

    def __init__(self, actor: Actor, path: Path) -> None:
        if not isinstance(actor, Lasting):
            raise UsageError("--keep is for a flaw that lasts over a restart; this peer keeps nothing.")
        self.role = actor.role
        self._actor: Actor = actor
        self._lasting: Lasting = actor
        self._path = path
        self._written = ""
        actor.kept = _read(path)

    def begin(self, now: float) -> Sequence[Command]:
        """What the actor does first."""
        return self._keep(self._actor.begin(now))

    def handle(self, happening: Happening, now: float) -> Sequence[Command]:
        """What the actor does about something that happened."""
        return self._keep(self._actor.handle(happening, now))

    def wake(self, now: float) -> Sequence[Command]:
        """What the actor does when it wakes."""
        return self._keep(self._actor.wake(now))

    @property
    def wakes_at(self) -> float | None:
        """When that is."""
        return self._actor.wakes_at

    def _keep(self, commands: Sequence[Command]) -> Sequence[Command]:
        """Write what the actor keeps before it is seen to have done anything; whole or not at all."""
        text = json.dumps(self._lasting.kept)
        if text != self._written:
            new = self._path.with_name(f"{self._path.name}.new")
            try:
                new.write_text(text, encoding="utf-8")
                os.replace(new, self._path)
            except OSError as error:
                with contextlib.suppress(OSError):  # it may not be there
                    new.unlink()
                raise _unusable(self._path, error.strerror or str(error)) from error
            self._written = text
        return commands


def _read(path: Path) -> dict[str, Any]:
    """What an earlier process has kept; nothing where there is no file yet."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise _unusable(path, error.strerror or str(error)) from error
    except (ValueError, RecursionError) as error:
        raise _unusable(path, "it was not written by serve --keep") from error
    if not isinstance(kept, dict):
        raise _unusable(path, "it was not written by serve --keep")
    return kept


def _unusable(path: Path, why: str) -> InputError:
    return InputError(f"{printable(str(path))} cannot keep anything: {why}; name another file for --keep.")
