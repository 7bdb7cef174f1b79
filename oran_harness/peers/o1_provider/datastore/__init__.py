"""The datastores of a managed element."""
