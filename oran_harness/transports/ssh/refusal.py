"""Why there is no session over SSH, as a sentence that says what to do next."""

import asyncssh

from oran_harness.transports.failure import failure
from oran_harness.transports.link import TransportError

_NO_SSH = "{uri} speaks no SSH: check the address, and that NETCONF over SSH is there."


def refusal(uri: str, user: str, error: Exception, *, version: str | None, wrong_key: str | None) -> TransportError:
    """What to tell a client. ``version`` is what the server said of itself, ``wrong_key`` what its host key lacks."""
    if wrong_key is not None:
        return TransportError(wrong_key)
    if isinstance(error, asyncssh.ChannelOpenError):
        return TransportError(
            f"{uri} let {user} in, but opened no session of NETCONF ({error.reason}): it has to offer SSH's subsystem "
            f"netconf there."
        )
    if isinstance(error, asyncssh.PermissionDenied):
        return TransportError(
            f"{uri} did not let {user} in: give the right password (?password=env:NAME) or key (?key=FILE), and see "
            f"that it knows the user."
        )
    if isinstance(error, asyncssh.KeyExchangeFailed):
        return TransportError(f"{uri} and we have no SSH algorithms in common ({error.reason}); allow others.")
    if version is None and isinstance(error, asyncssh.DisconnectError | ConnectionError):
        return TransportError(_NO_SSH.format(uri=uri))
    if isinstance(error, asyncssh.ConnectionLost | ConnectionError):
        return TransportError(f"{uri} closed the connection while SSH was set up; look at its log.")
    if isinstance(error, asyncssh.DisconnectError):
        return TransportError(f"{uri} and we cannot go on with SSH ({error.reason}); look at its log.")
    return failure(uri, error) if isinstance(error, OSError) else TransportError(f"{uri} cannot be used ({error}).")


def turned_away(uri: str, error: Exception, *, version: str | None, user: str | None, wrong: int) -> TransportError:
    """What a server tells of a client that got no session; ``wrong`` is how many passwords were."""
    named = f" as {user}" if user else ""
    if version is None:
        return TransportError(f"{uri} connected, but speaks no SSH: check who connects there.")
    if isinstance(error, asyncssh.KeyExchangeFailed):
        return TransportError(f"{uri} and we have no SSH algorithms in common ({error.reason}); allow others.")
    if wrong:
        passwords = "a wrong password" if wrong == 1 else f"{wrong} wrong passwords"
        return TransportError(f"{uri} was not let in{named}: {passwords}; check user and password there.")
    if isinstance(error, asyncssh.DisconnectError):
        return TransportError(f"{uri} connected{named}, but opened no session of NETCONF ({error.reason}).")
    return failure(uri, error) if isinstance(error, OSError) else TransportError(f"{uri} opened no session ({error}).")


def silent(uri: str, timeout: float, *, version: str | None) -> TransportError:
    """The far end took the connection, and gave no session within so many seconds."""
    said = "said nothing" if version is None else "opened no session of NETCONF"
    within = f"{round(timeout, 1):g} s"
    return TransportError(
        f"{uri} took the connection, but {said} within {within}: check that NETCONF over SSH is there, and "
        f"that it does not hang."
    )
