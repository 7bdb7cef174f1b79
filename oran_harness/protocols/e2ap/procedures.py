"""The elementary procedures of E2AP: who starts each, what correlates its messages, where it is specified."""

from dataclasses import dataclass
from enum import StrEnum

from oran_harness.model.role import Role

RIC = Role.NEAR_RT_RIC
NODE = Role.E2_NODE


class Correlator(StrEnum):
    """What tells which messages belong to one run of a procedure (E2AP 3.1, 9.2.7, 9.2.33)."""

    TRANSACTION_ID = "TransactionID"
    RIC_REQUEST_ID = "RICrequestID"
    LOAD_MEASUREMENT_ID = "LoadMeasurementID"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Procedure:
    """One elementary procedure; ``service`` tells RIC-service procedures (8.2) from global ones (8.3)."""

    code: int
    name: str
    title: str
    clause: str
    initiators: tuple[Role, ...]
    correlator: Correlator
    has_response: bool
    since: str

    @property
    def service(self) -> bool:
        """Whether the procedure belongs to RIC services (E2AP 8.2), not to the interface itself (8.3)."""
        return self.clause.startswith("8.2")

    def initiator_of(self, outcome: str, sender: Role) -> Role:
        """The role that started the procedure in which ``sender`` sent a message of that outcome."""
        return sender if outcome == "initiatingMessage" else sender.other


def _procedure(
    code: int, name: str, title: str, clause: str, by: Role | None, correlator: Correlator, responds: bool, since: str
) -> Procedure:
    initiators = (RIC, NODE) if by is None else (by,)
    return Procedure(code, name, title, clause, initiators, correlator, responds, since)


_T, _R, _L, _N = (
    Correlator.TRANSACTION_ID,
    Correlator.RIC_REQUEST_ID,
    Correlator.LOAD_MEASUREMENT_ID,
    Correlator.NONE,
)

PROCEDURES: dict[int, Procedure] = {
    row.code: row
    for row in (
        _procedure(1, "E2setup", "E2 Setup", "8.3.1", NODE, _T, True, "1.01"),
        _procedure(2, "ErrorIndication", "Error Indication", "8.3.3", None, _N, False, "1.01"),
        _procedure(3, "Reset", "Reset", "8.3.2", None, _T, True, "1.01"),
        _procedure(4, "RICcontrol", "RIC Control", "8.2.4", RIC, _R, True, "1.01"),
        _procedure(5, "RICindication", "RIC Indication", "8.2.3", NODE, _R, False, "1.01"),
        _procedure(6, "RICserviceQuery", "RIC Service Query", "8.3.4A", RIC, _T, False, "1.01"),
        _procedure(7, "RICserviceUpdate", "RIC Service Update", "8.3.4", NODE, _T, True, "1.01"),
        _procedure(8, "RICsubscription", "RIC Subscription", "8.2.1", RIC, _R, True, "1.01"),
        _procedure(9, "RICsubscriptionDelete", "RIC Subscription Delete", "8.2.2", RIC, _R, True, "1.01"),
        _procedure(10, "E2nodeConfigurationUpdate", "E2 Node Configuration Update", "8.3.5", NODE, _T, True, "1.01"),
        _procedure(11, "E2connectionUpdate", "E2 Connection Update", "8.3.6", RIC, _T, True, "1.01"),
        _procedure(
            12, "RICsubscriptionDeleteRequired", "RIC Subscription Delete Required", "8.2.2A", NODE, _N, False, "2.03"
        ),
        _procedure(13, "E2removal", "E2 Removal", "8.3.7", None, _T, True, "2.03"),
        _procedure(14, "RICsubscriptionModification", "RIC Subscription Modification", "8.2.5", RIC, _R, True, "3.01"),
        _procedure(
            15,
            "RICsubscriptionModificationRequired",
            "RIC Subscription Modification Required",
            "8.2.6",
            NODE,
            _R,
            True,
            "3.01",
        ),
        _procedure(16, "RICquery", "RIC Query", "8.2.7", RIC, _R, True, "3.01"),
        _procedure(17, "RICsubscriptionAudit", "RIC Subscription Audit", "8.2.2B", RIC, _R, True, "5.00"),
        _procedure(18, "RICserviceLoadStatus", "RIC Service Load Status", "8.2.8", RIC, _L, True, "7.00"),
        _procedure(19, "RICserviceLoadUpdate", "RIC Service Load Update", "8.2.9", NODE, _L, False, "7.00"),
        _procedure(
            20, "RICsubscriptionStateControl", "RIC Subscription State Control", "8.2.10", RIC, _R, True, "7.00"
        ),
        _procedure(21, "RICassistance", "RIC Assistance", "8.2.11", NODE, _R, True, "7.00"),
        _procedure(22, "RICassistanceIndication", "RIC Assistance Indication", "8.2.12", RIC, _R, False, "7.00"),
        _procedure(23, "RICassistanceHalt", "RIC Assistance Halt", "8.2.13", NODE, _R, False, "7.00"),
    )
}


def sender_role(procedure_code: int, outcome: str) -> Role | None:
    """The role that alone may send a message of that procedure and outcome; None where either may, or it is unknown."""
    procedure = PROCEDURES.get(procedure_code)
    if procedure is None or len(procedure.initiators) != 1:
        return None
    initiator = procedure.initiators[0]
    return initiator if outcome == "initiatingMessage" else initiator.other
