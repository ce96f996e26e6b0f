"""What the tables hold: words, rows, and how a problem is told."""
