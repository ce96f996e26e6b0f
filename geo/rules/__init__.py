"""One event, place or route, one answer: when, where, who, how it stands and who backs it."""
