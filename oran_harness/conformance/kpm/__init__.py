"""Cases about E2SM-KPM: ``node_...`` with the E2 node under test, ``ric_...`` with the near-RT RIC."""
