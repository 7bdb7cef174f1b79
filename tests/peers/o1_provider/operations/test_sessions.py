"""Locks, and ends of sessions (RFC 6241 7.5, 7.6, 7.8, 7.9)."""

from tests.peers.o1_provider.chart import CANDIDATE, RUNNING, STARTUP, Chart, edit, label, op


def lock(target: str = RUNNING) -> str:
    return op("lock", target)


def unlock(target: str = RUNNING) -> str:
    return op("unlock", target)


def test_lock_denied() -> None:
    """Who asks second is told who was first."""
    chart = Chart().up().up("2")
    chart.ok(lock())
    reply = chart.ask(lock(), "2")
    (error,) = reply.errors
    assert (error.type, error.tag, error.told("session-id")) == ("protocol", "lock-denied", "1")
    assert chart.ask(lock()).errors[0].told("session-id") == "1"


def test_locked_datastores() -> None:
    """Nobody else changes a locked datastore; the others are free."""
    chart = Chart().up().up("2")
    for target in (RUNNING, CANDIDATE, STARTUP):
        chart.ok(lock(target))
    for operation in (
        edit("running", label("x")),
        edit("candidate", label("x")),
        op("copy-config", f"{STARTUP}<source><running/></source>"),
        op("delete-config", STARTUP),
        op("commit"),
        op("discard-changes"),
    ):
        assert chart.refused(operation, "2") == "protocol in-use"
    chart.ok(edit("running", label("x")))


def test_unlock() -> None:
    """Only who has locked can unlock."""
    chart = Chart().up().up("2")
    assert chart.refused(unlock()) == "protocol operation-failed"
    chart.ok(lock())
    assert chart.refused(unlock(), "2") == "protocol operation-failed"
    chart.ok(unlock())
    chart.ok(lock(), "2")


def test_lock_of_an_edited_candidate() -> None:
    """It is not given until somebody commits or discards (7.5)."""
    chart = Chart().up()
    chart.ok(edit("candidate", label("x")))
    assert chart.ask(lock(CANDIDATE)).errors[0].told("session-id") == "0"
    chart.ok(op("discard-changes"))
    chart.ok(lock(CANDIDATE))


def test_candidate_unlocked() -> None:
    """What was not committed is gone, whether the session unlocks or ends (8.3.5.2)."""
    chart = Chart().up().up("2")
    before = chart.label("candidate")
    chart.ok(lock(CANDIDATE))
    chart.ok(edit("candidate", label("x")))
    chart.ok(unlock(CANDIDATE))
    assert chart.label("candidate") == before
    chart.ok(lock(CANDIDATE), "2")
    chart.ok(edit("candidate", label("x")), "2")
    assert chart.over("2").label("candidate") == before


def test_lock_of_running_during_a_confirmed_commit() -> None:
    """It is not given to another session (7.5)."""
    chart = Chart().up().up("2")
    chart.ok(edit("candidate", label("x")))
    chart.ok(op("commit", "<confirmed/>"))
    assert chart.ask(lock(), "2").errors[0].told("session-id") == "1"


def test_close() -> None:
    """The answer comes first, then the end; locks are free."""
    chart = Chart().up().up("2")
    chart.ok(lock(), "2")
    chart.ok(op("close-session"), "2")
    assert chart.ended == ["2"]
    chart.ok(lock())


def test_kill() -> None:
    """The other session is ended at once, its locks are free, and everybody is told."""
    chart = Chart().up().up("2").up("3")
    chart.ok(op("create-subscription", space="urn:ietf:params:xml:ns:netconf:notification:1.0"), "3")
    chart.ok(lock(), "2")
    chart.ok(op("kill-session", "<session-id>2</session-id>"))
    assert chart.ended == ["2"]
    chart.ok(lock())
    (told,) = chart.told["3"]
    assert told.content is not None
    assert told.content.findtext("{*}termination-reason") == "killed"
    assert told.content.findtext("{*}killed-by") == "1"


def test_kill_of_nobody() -> None:
    """Neither oneself, nor who is not there (7.9)."""
    chart = Chart().up()
    for number in ("1", "7", "0", "x"):
        assert chart.refused(op("kill-session", f"<session-id>{number}</session-id>")) == "protocol invalid-value"
    assert chart.refused(op("kill-session")) == "protocol missing-element"


def test_datastores_that_are_none() -> None:
    """A target is one of the datastores."""
    chart = Chart().up()
    assert chart.refused(op("lock")) == "protocol missing-element"
    assert chart.refused(op("lock", "<target/>")) == "protocol missing-element"
    assert chart.refused(op("lock", "<target><other/></target>")) == "protocol bad-element"
    assert chart.refused(op("lock", "<target><running/><candidate/></target>")) == "protocol bad-element"
