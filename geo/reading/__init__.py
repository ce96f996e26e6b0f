"""Files in, every row checked, every problem named."""
