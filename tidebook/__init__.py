"""Tidebook: the sourced history of a relationship, read from a pile of news pages."""

__version__ = "0.1.0"
