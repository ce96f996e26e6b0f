"""What a reader has chosen, its form in a link, and what of a dataset it shows."""
