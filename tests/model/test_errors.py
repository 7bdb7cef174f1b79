"""What the caller did wrong."""

from oran_harness.model.errors import HarnessError, InputError, UsageError


def test_one_handler_catches_what_the_caller_did_wrong() -> None:
    """The command line catches one base class: both wrong usage and unreadable input are kinds of it."""
    assert issubclass(UsageError, HarnessError)
    assert issubclass(InputError, HarnessError)
    assert not issubclass(UsageError, InputError)
