"""Cell identities against the identity of the node that owns the cell."""

from oran_harness.codec.asn1 import BitString


def begins_with(cell_identity: BitString, node_id: BitString) -> bool:
    """Whether the leftmost bits of a cell identity are a node's ID, in that ID's own length.

    True of a node's own cells: the first 22 to 32 of an NR cell identity's 36 bits are the gNB-ID (COM 6.2.1, 6.2.3.3).
    A CGI does not carry that length, so it is the node's Global ID that tells; neighbour cells are another node's.
    """
    if node_id.length > cell_identity.length:
        return False
    cell = int.from_bytes(cell_identity.octets) >> (8 * len(cell_identity.octets) - node_id.length)
    return cell == int.from_bytes(node_id.octets) >> (8 * len(node_id.octets) - node_id.length)
