"""What is wrong with modules is the caller's to mend."""

from oran_harness.codec.yang.errors import YangError
from oran_harness.model.errors import InputError


def test_modules_are_input() -> None:
    """Modules are given by the caller, so an error in them is one of input, with its exit code."""
    error = YangError("The module m is missing; put it there.")
    assert isinstance(error, InputError)
    assert str(error) == "The module m is missing; put it there."
