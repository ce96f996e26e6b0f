"""Two checkouts beside each other: the same links show the same in both."""
