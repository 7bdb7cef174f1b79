"""Faults that were seen between products in the field: what each looked like, and what shows those that no flaw can."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FieldFault:
    """One fault. ``id`` is the number that flaws quote as ``field_fault``.

    ``seen`` says what it looked like and what lay behind it, ``kind`` is the class that it belongs to. ``shown_by`` is
    empty where flaws imitate the fault; else it says why none can and what shows the fault instead, and ``diagnoses``
    are the kinds of diagnosis that do.
    """

    id: str
    seen: str
    kind: str
    shown_by: str = ""
    diagnoses: tuple[str, ...] = ()


DRIFT = "revision drift"
WRONG = "wrong constant, name or id"
SIZE = "size limit"
ABORT = "abort instead of Failure or Error Indication"
STATE = "state after a restart"
EFFECT = "acknowledged without effect"
DATA = "data-dependent"
TRANSPORT = "transport"
IDENTITY = "identity encoding"

FIELD_FAULTS = (
    FieldFault(
        "F1",
        "A reader of KPM runs out of octets in the Indication header: one end writes the collection start time in 4 "
        "octets, the other reads 8.",
        DRIFT,
    ),
    FieldFault("F2", "A RIC aborts on a RAN function of a service model's edition that it was not built for.", DRIFT),
    FieldFault(
        "F3",
        "The subscription is admitted and nothing is reported: the node does not read the action definition, or takes "
        "it for another.",
        DATA,
    ),
    FieldFault(
        "F4",
        "A decoder meets a choice that it does not have: the payload is that of another service model, or of another "
        "style.",
        WRONG,
    ),
    FieldFault("F5", "An end refuses or drops what the other's later edition of E2AP adds to a message.", DRIFT),
    FieldFault(
        "F6", "A RIC aborts on a RAN function definition that is longer than the 1,023 octets it has room for.", SIZE
    ),
    FieldFault(
        "F7", "A node crashes on an answer that is wrong, or that it did not expect: the E2 Setup Response, say.", ABORT
    ),
    FieldFault("F8", "A node crashes on a subscription while no UE is attached.", DATA),
    FieldFault("F9", "One wrong octet in a Delete Response brings the other end down.", ABORT),
    FieldFault("F10", "The parameter ids of RC, or other numbers within a payload, are off by one.", WRONG),
    FieldFault("F11", "A control works for some UEs and fails for others, depending on their ids.", DATA),
    FieldFault("F12", "A control is acknowledged, and nothing happens.", EFFECT),
    FieldFault("F13", "A control is carried out, and the traffic stops.", EFFECT),
    FieldFault(
        "F14",
        "A subscription or control is sent to a RAN function that the node does not offer, or has not enabled.",
        WRONG,
    ),
    FieldFault("F15", "One end numbers its RAN functions from 0, the other from 1.", WRONG),
    FieldFault("F16", "The two ends are built for different editions of E2AP; one aborts, or is refused.", DRIFT),
    FieldFault(
        "F17",
        "A TransactionID is missing, wrong or used again; E2 Setup gets no answer.",
        WRONG,
    ),
    FieldFault("F18", "A string of E2 Setup has characters that PrintableString does not have.", IDENTITY),
    FieldFault(
        "F19",
        "The address is right and the port is wrong, or that of another protocol.",
        TRANSPORT,
        "No flaw: a peer that is not reached cannot misbehave. The run says before its first case what it found.",
        ("nobody-listens", "not-e2ap", "never-connected"),
    ),
    FieldFault(
        "F20",
        "An end is not bound to the address at which the other looks for it.",
        TRANSPORT,
        "No flaw: a peer that is not reached cannot misbehave. The run names the addresses to configure, and says "
        "before its first case what it found.",
        ("nobody-listens", "no-answer", "unreachable", "never-connected"),
    ),
    FieldFault(
        "F21",
        "SCTP's INIT is answered by ABORT.",
        TRANSPORT,
        "No flaw: this happens below E2AP, before there is an association. The run says so before its first case.",
        ("nobody-listens",),
    ),
    FieldFault(
        "F22",
        "After a restart E2 Setup is refused with a Time to Wait, or not answered: the other end still has what was "
        "before.",
        STATE,
    ),
    FieldFault("F23", "A RIC does not know nodes of that name.", IDENTITY),
    FieldFault("F24", "An id of 0, which is allowed, is taken for none: a gNB-DU-ID of 0 is refused.", WRONG),
    FieldFault("F25", "A RIC does not know nodes of that type: gNB-CU-CP, gNB-CU-UP or gNB-DU.", IDENTITY),
    FieldFault("F26", "An end aborts on a message of more than the 10,000 octets that it receives at once.", SIZE),
    FieldFault("F27", "Reports come in the message format of another style: format 1 where 3 is read.", DATA),
    FieldFault(
        "F28",
        "A style is asked for, or reported, otherwise than its definition says; style 5 of KPM is asked for with fewer "
        "than the two UEs that it needs.",
        DATA,
    ),
    FieldFault(
        "F29", "An end crashes on an Indication, or another payload, that it cannot read or did not ask for.", ABORT
    ),
    FieldFault("F30", "A RIC crashes on a RIC Service Update that deletes a function.", ABORT),
    FieldFault("F31", "The two ends take gNB-IDs to be of different lengths, or align them differently.", IDENTITY),
    FieldFault("F32", "A UE is named by a variant of the UE-ID that the other end does not know.", DATA),
    FieldFault(
        "F33", "The OID or the revision of a RAN function has changed, and the other end goes by the old one.", DRIFT
    ),
    FieldFault("F34", "The PLMN Identity is written as text, or its digits are in another order.", IDENTITY),
    FieldFault(
        "F35",
        "The kernel has no SCTP.",
        TRANSPORT,
        "No flaw: nothing can be sent at all. `oran-harness doctor` says so and what to do, and `run` and `serve` with "
        "an address of `sctp://` end with exit code 2 and the same sentence.",
    ),
    FieldFault(
        "F41",
        "A managed element advertises what it does not do, or speaks NETCONF in its own way: base:1.1 without chunks, "
        "a stray line feed in a frame, the prefix `nc:` refused, modules that get-schema does not deliver, or that do "
        "not load, a wrong error-tag, unknown nodes answered `<ok/>`, with-defaults not honoured.",
        DRIFT,
    ),
)
"""All that concern E2, and that of O1, by number."""
