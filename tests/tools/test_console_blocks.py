"""Examples on pages show what the commands print."""

from console_blocks import output, refreshed

PAGE = """# Page

```console
$ oran-harness --version | tr 0-9 n
what it said once
$ date
yesterday
```

```sh
$ oran-harness --version
not looked at
```
"""


def test_output_below_our_commands_is_renewed() -> None:
    """In console blocks, and only there, the output of our commands is replaced; that of others stays."""
    assert refreshed(PAGE) == PAGE.replace("what it said once", output("oran-harness --version | tr 0-9 n"))
    assert "oran-harness" in output("oran-harness --version | tr 0-9 n")


def test_renewing_twice_changes_nothing() -> None:
    """A page that is up to date stays as it is."""
    assert refreshed(refreshed(PAGE)) == refreshed(PAGE)


def test_errors_are_shown_too() -> None:
    """What a command prints to standard error stands on the page, without a path of this machine in it."""
    assert output("oran-harness check no-such-file.pcap").startswith("oran-harness: ")
