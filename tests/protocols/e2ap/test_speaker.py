"""Which editions accept octets, and which one an end speaks."""

from oran_harness.model.complaint import ComplaintKind
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.protocols.e2ap.elements import RICrequestID
from oran_harness.protocols.e2ap.messages import E2setupResponse, ResetRequest, RICindication, RICsubscriptionRequest
from oran_harness.protocols.e2ap.speaker import LARGEST_KEPT, MOST_KEPT, Speaker, accepting_editions, best_reading
from oran_harness.protocols.e2ap.tables import editions
from tests.protocols.e2ap.test_codec import INDICATION, SETUP, subscription

CAUSE = ("misc", "unspecified")
OLD_RESET = codec("1.01").encode(ResetRequest(cause=CAUSE))
NEW_RESET = codec("2.03").encode(ResetRequest(transaction_id=4, cause=CAUSE))


def test_a_message_that_never_changed_is_accepted_by_all() -> None:
    """RICindication has the same octets in every edition."""
    assert accepting_editions(codec("2.03").encode(INDICATION)) == editions()


def test_the_transaction_id_tells_version_1_from_later_ones() -> None:
    """A message with TransactionID is none of version 1; one without is one of version 1 alone."""
    assert accepting_editions(OLD_RESET) == ("1.01",)
    assert accepting_editions(NEW_RESET) == editions()[1:]


def test_octets_of_no_edition_are_read_where_there_is_least_to_complain() -> None:
    """Truncated octets are accepted by no edition and still read as far as they go."""
    sighting = best_reading(codec("2.03").encode(SETUP)[:-4])
    assert sighting.accepting == ()
    assert sighting.decoded.edition == "2.03"
    assert sighting.decoded.name == "E2setupRequest"


def test_a_speaker_is_narrowed_by_what_it_sends() -> None:
    """Candidates only shrink while messages agree, and the oldest that fits all is the edition."""
    speaker = Speaker()
    assert speaker.edition == "1.01"
    speaker.see(codec("2.03").encode(INDICATION))
    assert speaker.candidates == editions()
    speaker.see(NEW_RESET)
    assert speaker.edition == "2.03"
    speaker.see(codec("3.01").encode(with_start_time()))
    assert speaker.candidates == ("3.01", "5.00", "7.00")
    assert not speaker.contradiction


def test_an_end_that_speaks_two_versions_contradicts_itself() -> None:
    """Messages without a common edition set ``contradiction``; the candidates follow the later one."""
    speaker = Speaker()
    speaker.see(NEW_RESET)
    sighting = speaker.see(OLD_RESET)
    assert sighting.accepting == ("1.01",)
    assert speaker.contradiction
    assert speaker.candidates == ("1.01",)


def test_garbage_narrows_nothing() -> None:
    """Octets that no edition accepts leave the candidates as they were."""
    speaker = Speaker()
    speaker.see(b"\xff\xff")
    assert speaker.candidates == editions()
    assert not speaker.contradiction


def test_a_first_message_of_version_1_is_no_contradiction() -> None:
    """An end that was never heard before simply speaks the edition of its first message."""
    speaker = Speaker()
    speaker.see(OLD_RESET)
    assert (speaker.edition, speaker.contradiction) == ("1.01", False)


def test_an_empty_response_fits_where_its_mandatory_ies_allow() -> None:
    """A response is read by the editions that demand no more of it."""
    octets = codec("2.03").encode(E2setupResponse(transaction_id=1), layout=(49,))
    assert accepting_editions(octets) == ()
    assert {complaint.kind.value for complaint in best_reading(octets).decoded.complaints} <= {
        "missing-ie",
        "unknown-ie",
    }


def with_start_time() -> RICsubscriptionRequest:
    return RICsubscriptionRequest(
        ric_request_id=RICrequestID(ric_requestor_id=1, ric_instance_id=1),
        ran_function_id=1,
        ric_subscription_details=subscription(1).ric_subscription_details,
        ric_subscription_start_time=b"\xe9\x3c\x7f\x00\x00\x00\x00\x00",
    )


def test_an_unreadable_message_does_not_settle_the_edition() -> None:
    """A message that reads with complaints everywhere does not count as heard."""
    speaker = Speaker()
    speaker.see(codec("2.03").encode(RICindication(ric_action_id=1), layout=(15,)))
    assert speaker.heard == 0


def test_what_is_read_again_is_decoded_once() -> None:
    """The reading that a speaker keeps is what one other gets, and no third; large messages are not kept."""
    octets = codec("3.01").encode(with_start_time())
    kept = Speaker(read_again=True).see(octets)
    again, third = (Speaker().see(octets) for _ in range(2))
    assert again.decoded is kept.decoded
    assert third == kept
    assert third.decoded is not kept.decoded
    large = b"\xff" * (LARGEST_KEPT + 1)
    assert Speaker(read_again=True).see(large).decoded is not Speaker().see(large).decoded


def test_few_readings_are_kept() -> None:
    """The oldest are forgotten, whoever floods."""
    first = Speaker(read_again=True).see(NEW_RESET)
    for number in range(MOST_KEPT + 1):
        Speaker(read_again=True).see(number.to_bytes(2, "big"))
    assert Speaker().see(NEW_RESET).decoded is not first.decoded


def test_an_edition_that_reads_alike_is_not_asked_again() -> None:
    """What one edition read counts for another that defines the message alike; else the other reads for itself."""
    octets = codec("3.01").encode(with_start_time())
    for message in (NEW_RESET, octets, codec("2.03").encode(INDICATION)):
        sighting = best_reading(message)
        for edition in sighting.accepting:
            assert sighting.read_by(edition) == codec(edition).decode(message)


def test_all_that_is_wrong_is_told_where_no_edition_accepts() -> None:
    """Editions that reject octets are not asked for all their complaints while another accepts them."""
    broken = codec("2.03").encode(SETUP)[:-4] + b"\xff" * 4
    sighting = best_reading(broken)
    assert sighting.accepting == ()
    assert sighting.decoded == codec(sighting.decoded.edition).decode(broken)
    hasty = codec("1.01").decode(NEW_RESET, thorough=False)
    assert (hasty.message, hasty.conforms, len(hasty.complaints)) == (None, False, 1)
    assert hasty.complaints[0].path == codec("1.01").decode(NEW_RESET).complaints[0].path
    assert codec("2.03").decode(NEW_RESET, thorough=False) == codec("2.03").decode(NEW_RESET)


def test_the_reading_whose_padding_is_zero_is_taken() -> None:
    """Padding tells no editions apart, but where one finds all of it zero the sender did, too.

    A failure whose cause stands elsewhere in 1.01, which finds a bit set behind it, and accepts the message still.
    """
    octets = "4004002b000004001d000500684f0000000500020048001400100f4f6c8ead95f1939b6e29d3ba8811790001400143"
    sighting = best_reading(bytes.fromhex(octets))
    assert (sighting.decoded.edition, sighting.decoded.complaints) == ("2.03", ())
    assert sighting.accepting == editions()
    older = codec("1.01").decode(bytes.fromhex(octets))
    assert older.conforms
    assert [complaint.kind for complaint in older.complaints] == [ComplaintKind.PADDING]
