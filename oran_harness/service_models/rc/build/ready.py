"""RAN parameters of particular control actions, ready to send (RC 8.4)."""

from oran_harness.service_models.common.build import TEST_PLMN
from oran_harness.service_models.common.elements import CGI, NR_CGI
from oran_harness.service_models.rc.build.offer import DRB_FIVE_QI, DRB_ID
from oran_harness.service_models.rc.build.parameters import Parameters, element, listing, structure

_NORMAL_RELEASE = 0


def slice_quota(
    sst: int,
    sd: int | None = None,
    *,
    plmn: bytes = TEST_PLMN,
    minimum: int = 0,
    maximum: int = 100,
    dedicated: int = 0,
) -> Parameters:
    """Slice-level PRB quota, style 2 action 6: shares of the PRBs in percent, 0..100 (RC 8.4.3.6; there is no ID 4)."""
    name = [(9, element(sst.to_bytes(1)))]
    if sd is not None:
        name.append((10, element(sd.to_bytes(3))))
    member = structure((7, element(plmn)), (8, structure(*name)))
    policy = structure((5, listing(((6, member),))))
    shares = ((11, element(minimum)), (12, element(maximum)), (13, element(dedicated)))
    return ((1, listing(((2, structure((3, policy), *shares)),))),)


def handover_to(cell: CGI) -> Parameters:
    """Handover, style 3 action 1, to that primary cell (RC 8.4.4.1).

    How a CGI travels in an element is open: here as the octets of PLMN and cell identity.
    """
    content = cell[1]
    if isinstance(content, NR_CGI):
        target = (3, structure((4, element(content.plmn_identity + content.nr_cell_identity.octets))))
    else:
        target = (5, structure((6, element(content.plmn_identity + content.eutra_cell_identity.octets))))
    return ((1, structure((2, structure(target)))),)


def drb_qos(drb_id: int, five_qi: int) -> Parameters:
    """DRB QoS configuration, style 1 action 1: another 5QI for a DRB, 1..32."""
    return ((DRB_ID, element(drb_id, key=True)), (DRB_FIVE_QI, element(five_qi)))


def rrc_release(cause: int = _NORMAL_RELEASE) -> Parameters:
    """RRC connection release, style 4 action 4."""
    return ((1, element(cause)),)
