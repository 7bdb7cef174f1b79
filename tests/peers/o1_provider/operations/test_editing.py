"""edit-config, copy-config, delete-config, validate as operations (RFC 6241 7.2 to 7.4, 8.6)."""

import pytest

from tests.peers.o1_provider.chart import ELEMENT, RUNNING, STARTUP, Chart, edit, label, op

BAD = f'<managed-element xmlns="{ELEMENT}"><tag>NOT ONE</tag></managed-element>'


def copy(target: str, source: str) -> str:
    return op("copy-config", f"<target>{target}</target><source>{source}</source>")


def test_edit_running() -> None:
    """It is kept before the reply is said."""
    chart = Chart().up()
    del chart.commands[:]
    chart.ok(edit("running", label("x")))
    assert [type(each).__name__ for each in chart.commands] == ["Store", "Say"]


@pytest.mark.parametrize("option", ["stop-on-error", "rollback-on-error"])
def test_nothing_half_done(option: str) -> None:
    """One bad value, and the datastore is as it was."""
    chart = Chart().up()
    before = chart.label()
    half = "<user-label>half</user-label><tag>NOT ONE</tag>"
    config = f'<config><managed-element xmlns="{ELEMENT}">{half}</managed-element></config>'
    assert chart.ask(edit("running", config, f"<error-option>{option}</error-option>")).errors
    assert chart.label() == before
    assert not chart.stored


@pytest.mark.parametrize(
    ("inside", "error"),
    [
        ("", "protocol missing-element"),
        ("<target><running/></target>", "protocol missing-element"),
        ("<target><startup/></target><config/>", "protocol invalid-value"),
        ("<target><running/></target><url>file:a</url>", "protocol operation-not-supported"),
        ("<target><running/></target><config/><error-option>never</error-option>", "protocol invalid-value"),
        ("<target><running/></target><config/><test-option>never</test-option>", "protocol invalid-value"),
        ("<target><running/></target><config/><default-operation>create</default-operation>", "protocol invalid-value"),
    ],
)
def test_wrong_parameters(inside: str, error: str) -> None:
    """Each has its error-tag."""
    assert Chart().up().refused(op("edit-config", inside)) == error


def test_test_only() -> None:
    """It is checked, and nothing changes."""
    chart = Chart().up()
    before = chart.label()
    chart.ok(edit("running", label("x"), "<test-option>test-only</test-option>"))
    assert chart.label() == before
    assert chart.ask(edit("running", f"<config>{BAD}</config>", "<test-option>test-only</test-option>")).errors


def test_copy() -> None:
    """Each datastore can be what another is; startup is kept on its own."""
    chart = Chart().up()
    chart.ok(edit("candidate", label("x")))
    chart.ok(copy("<running/>", "<candidate/>"))
    assert chart.label() == "x"
    assert chart.label("startup") != "x"
    chart.ok(copy("<startup/>", "<running/>"))
    assert chart.label("startup") == "x"
    assert set(chart.stored) == {"running.xml", "startup.xml"}
    assert chart.refused(copy("<running/>", "<running/>")) == "protocol invalid-value"


def test_startup_survives() -> None:
    """Both are found again by the process after this one."""
    chart = Chart().up()
    chart.ok(edit("running", label("saved")))
    chart.ok(copy("<startup/>", "<running/>"))
    chart.ok(edit("running", label("later")))
    again = Chart(stored=chart.stored).up()
    assert (again.label(), again.label("startup")) == ("later", "saved")


def test_delete() -> None:
    """Only startup can be deleted (7.4)."""
    chart = Chart().up()
    chart.ok(op("delete-config", STARTUP))
    assert chart.label("startup") is None
    assert chart.refused(op("delete-config", RUNNING)) == "protocol operation-not-supported"


def test_validate() -> None:
    """A datastore, or a configuration that is given (8.6)."""
    chart = Chart().up()
    for source in ("<running/>", "<candidate/>", "<startup/>"):
        chart.ok(op("validate", f"<source>{source}</source>"))
    assert chart.ask(op("validate", f"<source><config>{BAD}</config></source>")).errors


def test_rights() -> None:
    """Who may not write is refused, and nothing changes (RFC 8341 3.4.5)."""
    chart = Chart(groups={"watcher": ("O1_network_monitoring",)}).up().up("2", "watcher")
    before = chart.label()
    assert chart.refused(edit("running", label("x")), "2") == "application access-denied"
    assert chart.refused(op("kill-session", "<session-id>1</session-id>"), "2") == "application access-denied"
    assert chart.label() == before
    chart.ok(op("close-session"), "2")


def test_many_errors() -> None:
    """Of very many errors the first are told."""
    unknown = "".join(f"<x{n}/>" for n in range(500))
    config = f'<config><managed-element xmlns="{ELEMENT}">{unknown}</managed-element></config>'
    assert len(Chart().up().ask(edit("candidate", config)).errors) == 100
