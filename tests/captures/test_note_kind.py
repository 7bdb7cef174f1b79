from oran_harness.captures.note_kind import NoteKind


def test_texts_tell_their_kind() -> None:
    """A note's text begins with its kind, by which it is recognised again."""
    for kind in NoteKind:
        assert NoteKind.of(kind.text("something: else")) is kind


def test_other_notes_have_no_kind() -> None:
    """Notes of others, and no text at all, are not taken for a reader's."""
    assert NoteKind.of("probe answered") is None
    assert NoteKind.of(None) is None


def test_what_loses_messages() -> None:
    """Kinds after which messages may be lacking are told from those that only inform."""
    assert NoteKind.MISSING.loses_messages
    assert NoteKind.TRUNCATED.loses_messages
    assert not NoteKind.CHECKSUM.loses_messages
    assert not NoteKind.RESTART.loses_messages
