"""Rules that all service models share: ``functions`` (their OIDs), ``payloads``, ``ue_identities``."""
