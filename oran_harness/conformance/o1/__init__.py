"""The cases of O1: NETCONF (RFC 6241, 6242, 5277, 6243, 8341) and what O-RAN asks of it (O-RAN.WG10 O1)."""
