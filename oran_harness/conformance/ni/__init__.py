"""Cases about E2SM-NI: ``ric_...`` with the near-RT RIC under test."""
