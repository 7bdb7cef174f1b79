"""One entry of a file of known verdicts."""

from dataclasses import dataclass

from oran_harness.model import Known, Role


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of some cases and rules, and where that holds.

    ``role`` is that of the SUT, None for whichever; so are ``editions`` (of E2AP, that is spoken) and ``transports``
    (schemes) where they are empty. ``line`` is where the entry stands in its file.
    """

    ids: tuple[str, ...]
    known: Known
    role: Role | None = None
    editions: tuple[str, ...] = ()
    transports: tuple[str, ...] = ()
    line: int = 0

    def holds(self, role: Role, edition: str, scheme: str) -> bool:
        """Whether it holds for a run with these."""
        return (
            self.role in (None, role)
            and (not self.editions or edition in self.editions)
            and (not self.transports or scheme in self.transports)
        )

    def meets(self, other: "Entry") -> bool:
        """Whether there are runs for which both hold."""
        return (
            (self.role is None or other.role is None or self.role is other.role)
            and _meet(self.editions, other.editions)
            and _meet(self.transports, other.transports)
        )


def _meet(these: tuple[str, ...], those: tuple[str, ...]) -> bool:
    return not these or not those or not set(these).isdisjoint(those)
