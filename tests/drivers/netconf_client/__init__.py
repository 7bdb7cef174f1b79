"""Tests of the clients of NETCONF."""
