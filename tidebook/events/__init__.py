"""Mentions to reports to events: what was done to whom, and which reports tell of one happening."""
