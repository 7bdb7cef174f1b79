"""Flaws of the managed element, by what they are about."""
