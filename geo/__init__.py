"""What was reported: tables in, one checked dataset out, with no drawing and no page."""
