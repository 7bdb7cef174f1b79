"""Who our near-RT RIC is."""

from oran_harness.codec.asn1 import BitString
from oran_harness.protocols.e2ap.elements import GlobalRIC_ID
from oran_harness.service_models.common.plmn import Plmn

RIC_ID_BITS = 20


def ric_identity(number: int = 1, plmn: str = "00101") -> GlobalRIC_ID:
    """A Global RIC ID (E2AP 9.2.4): ``number`` in 20 bits, ``plmn`` as five or six digits.

    Raises ``ValueError`` for anything but digits in ``plmn``, or a number that 20 bits do not hold.
    """
    if not 0 <= number < 1 << RIC_ID_BITS:
        raise ValueError(f"{number} does not fit {RIC_ID_BITS} bits")
    return GlobalRIC_ID(Plmn(plmn[:3], plmn[3:]).octets, BitString((number << 4).to_bytes(3, "big"), RIC_ID_BITS))


GLOBAL_RIC_ID = ric_identity()
"""Our near-RT RIC: PLMN 001/01, RIC 1."""
