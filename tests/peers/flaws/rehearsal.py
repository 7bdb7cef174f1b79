"""One conversation, held with a clean peer and with a flawed one: what differs is what the flaw does.

The far end says what it says whatever it hears, so that both hear the same.
"""

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from oran_harness.model import Role
from oran_harness.peers.actor import Actor, Command, Connect, Die, End, Happening, Over, Say
from oran_harness.peers.flaws import find
from oran_harness.peers.reference import reference
from oran_harness.protocols.e2ap.codec import codec

EDITION = "3.01"


@dataclass(frozen=True, eq=False)
class Script:
    """What happens to a peer, one thing after the other; a number is a time in seconds that passes."""

    role: Role
    happenings: Sequence[Happening | float]
    edition: str = EDITION


@dataclass(frozen=True)
class Line:
    """One thing that a peer does: about which happening, its name for people, and all of it."""

    about: int
    name: str
    content: object


Transcript = list[list[Line]]
"""What a peer does about each thing that happens."""


def rehearse(actor: Actor, script: Script) -> Transcript:
    """Hold the conversation, until its end or that of the peer."""
    now = 0.0
    transcript = [_lines(0, actor.begin(now), script.edition)]
    for about, happening in enumerate(script.happenings, 1):
        commands: list[Command] = []
        if isinstance(happening, float):
            until = now + happening
            while (wakes_at := actor.wakes_at) is not None and wakes_at <= until:
                now = max(now, wakes_at)
                commands += actor.wake(now)
            now = until
        else:
            commands += actor.handle(happening, now)
        ended = [command for command in commands if isinstance(command, End)]
        for command in ended:
            commands += actor.handle(Over(command.association, command.how), now)
        transcript.append(_lines(about, commands, script.edition))
        if any(isinstance(command, Die) for command in commands):
            break
    return transcript


def difference(flaw: str, script: Script) -> set[str]:
    """What the flawed peer does otherwise: ``"X changed"``, ``"X missing"``, ``"X added"``, ``"dies"``."""
    flawed = rehearse(find(flaw).wrap(reference(script.role, script.edition)), script)
    clean = _clean(script)[: len(flawed)]
    died = any(line.name == "dies" for line in flawed[-1])
    if died:
        clean, flawed = clean[:-1], flawed[:-1]
    before = [line for lines in clean for line in lines]
    after = [line for lines in flawed for line in lines]
    return set(_differing(before, after)) | ({"dies"} if died else set())


@functools.cache
def _clean(script: Script) -> Transcript:
    return rehearse(reference(script.role, script.edition), script)


def _differing(before: list[Line], after: list[Line]) -> list[str]:
    told = []
    keys = [[(line.about, line.name) for line in lines] for lines in (before, after)]
    matcher = SequenceMatcher(None, *keys, autojunk=False)
    for what, first, last, start, stop in matcher.get_opcodes():
        if what == "equal":
            pairs = zip(before[first:last], after[start:stop], strict=True)
            told += [f"{old.name} changed" for old, new in pairs if old != new]
        else:
            told += [f"{line.name} missing" for line in before[first:last]]
            told += [f"{line.name} added" for line in after[start:stop]]
    return told


def _lines(about: int, commands: Sequence[Command], edition: str) -> list[Line]:
    lines = []
    for command in commands:
        match command:
            case Say(association, octets, stream, ppid):
                name = codec(edition).name_of(octets) or "octets"
                lines.append(Line(about, name, (association, octets, stream, ppid)))
            case Connect(association):
                lines.append(Line(about, "connect", association))
            case End(association, how):
                lines.append(Line(about, "end", (association, how)))
            case Die():
                lines.append(Line(about, "dies", None))
    return lines
