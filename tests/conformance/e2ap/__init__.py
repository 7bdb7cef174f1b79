"""Tests of the E2AP cases."""
