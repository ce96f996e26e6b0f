"""What cards, labels and tables say, each sentence with its source."""
