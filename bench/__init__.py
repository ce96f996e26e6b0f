"""The benchmark: this app, its peers and two floors, side by side on the same synthetic events."""
