"""Protocols, sans-IO and role-blind: messages, their codec, and the state tables of their procedures."""
