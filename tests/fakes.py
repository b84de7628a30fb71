"""Fakes at the ports; each passes the contract tests of its port."""
