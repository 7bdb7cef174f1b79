"""The cases of E2AP, by procedure."""
