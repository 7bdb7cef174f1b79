"""oran-harness: tells, on the real wire, whether Open RAN products work together, and who is to blame when not."""
