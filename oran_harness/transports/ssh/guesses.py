"""How often passwords were wrong, and who is locked for that."""

from oran_harness.transports.side import Guessing


class Guesses:
    """Counts wrong passwords by user, over all connections. Times are in seconds of one monotonic clock."""

    def __init__(self, guessing: Guessing) -> None:
        self._guessing = guessing
        self._wrong: dict[str, int] = {}
        self._locked_until: dict[str, float] = {}

    def let_in(self, user: str, right: bool, now: float) -> bool:
        """Whether a user gets in with a password that is ``right`` or not; counts it."""
        if now < self._locked_until.get(user, now):
            return False
        if right:
            self._wrong.pop(user, None)
            return True
        self._wrong[user] = self._wrong.get(user, 0) + 1
        if self._wrong[user] >= self._guessing.locked_after:
            self._wrong[user] = 0
            self._locked_until[user] = now + self._guessing.locked_for
        return False
