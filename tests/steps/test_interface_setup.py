"""Setup messages of the 3GPP interfaces, against octets that another implementation (pycrate 0.8.1) wrote."""

import pytest

from oran_harness.steps.interface_setup import (
    SetupExchange,
    e1_setup,
    f1_setup,
    ng_setup,
    s1_setup,
    x2_setup,
    xn_setup,
)

PLMN = bytes.fromhex("00f110")
WRITTEN: dict[str, tuple[SetupExchange, str, str]] = {
    "NG": (
        ng_setup(PLMN, 1, "amf-1"),
        "00150026000003001b00090000f11030000000100066000d00000000010000f110000000080015400140",
        "2015002b000004000100070200616d662d3100600008000000f11001004000564001ff005000080000f11000000008",
    ),
    "F1 of DU 1": (
        f1_setup(1),
        "00010014000003004e00020000002a0002000100ab000100",
        "4001000e000002004e0002000000aa000100",
    ),
    "F1 of DU 300": (
        f1_setup(300),
        "00010015000003004e00020000002a000320012c00ab000100",
        "4001000e000002004e0002000000aa000100",
    ),
    "F1 of DU 70000": (
        f1_setup(70_000),
        "00010016000003004e00020000002a00044001117000ab000100",
        "4001000e000002004e0002000000aa000100",
    ),
    "E1": (
        e1_setup(PLMN, 1),
        "0003001d000004003900020000000700020001000a000120000b0005000000f110",
        "20030009000001003900020000",
    ),
    "Xn": (
        xn_setup(PLMN, 1, 2),
        "0011002a000003000e00090000f1103000000010004b000d00000000010000f11000000020000400050000f11001",
        "20110021000002000e00090000f1103000000020004b000d00000000010000f11000000020",
    ),
    "S1": (
        s1_setup(PLMN, 1),
        "0011001f000003003b00080000f11000000010004000070000004000f1100089400140",
        "201100170000020069000b000000f11000000001000100574001ff",
    ),
    "X2": (
        x2_setup(PLMN, 1, 2),
        "0006002a000002001500080000f1100000001000140017000000010000f11000001010001000f110409470510e00",
        "2006002a000002001500080000f1100000002000140017000000020000f11000002010001000f110409470510e00",
    ),
}


@pytest.mark.parametrize("name", WRITTEN)
def test_each_is_what_others_write(name: str) -> None:
    """Request and response are those of an independent encoder, octet by octet."""
    exchange, request, response = WRITTEN[name]
    assert (exchange.request.hex(), exchange.response.hex()) == (request, response)


def test_ids_stand_where_they_belong() -> None:
    """A gNB-ID fills 28 bits, an eNB-ID 20, which begin the identity of the eNB's cell too."""
    assert bytes.fromhex("30abcdef10") in ng_setup(PLMN, 0xABCDEF1, "amf").request
    assert bytes.fromhex("30abcdef10") in xn_setup(PLMN, 1, 0xABCDEF1).response
    assert bytes.fromhex("abcde0") in s1_setup(PLMN, 0xABCDE).request
    assert bytes.fromhex("abcde010001000f110") in x2_setup(PLMN, 1, 0xABCDE).response


def test_long_values_have_long_lengths() -> None:
    """From 128 octets on a length takes two: of the value, and of the message around it."""
    response = ng_setup(PLMN, 1, 150 * "x").response
    assert response[3:5] == (0x8000 | len(response) - 5).to_bytes(2, "big")
    assert bytes.fromhex("00010080984a80") + 150 * b"x" in response
