"""Joins the rooms: the only place that imports several of them."""
