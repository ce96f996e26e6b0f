"""Imported sets of events as packed files for the browser."""
