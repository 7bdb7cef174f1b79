"""Octets to values and back; the octets given are never lost."""
