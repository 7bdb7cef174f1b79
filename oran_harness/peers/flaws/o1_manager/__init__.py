"""Flaws of the O1 manager, by what they are about."""
