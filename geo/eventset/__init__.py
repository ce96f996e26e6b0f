"""Imported sets of events: read strictly, kept in columns, selected and found by the same rules."""
