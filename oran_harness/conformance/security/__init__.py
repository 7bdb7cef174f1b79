"""The security cases (O-RAN.WG11): how O1 is protected on its way, and who is let in."""
