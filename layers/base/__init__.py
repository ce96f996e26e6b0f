"""What every drawing starts from: colours, positions, the ground, the files that come along."""
