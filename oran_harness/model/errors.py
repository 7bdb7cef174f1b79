"""What the caller did wrong. A peer's mistakes are data, never exceptions."""


class HarnessError(Exception):
    """Base of all errors that the command line turns into one sentence and exit code 2."""


class UsageError(HarnessError):
    """The call itself is wrong: an unknown name, an option that does not fit."""


class InputError(HarnessError):
    """A file cannot be read, or is not what it was said to be."""


class ProblemsError(InputError):
    """A file that a person wrote has problems: one sentence, with all of them, which is not shortened like others."""
