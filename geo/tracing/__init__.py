"""Every sentence and sign that can be shown, listed with its source."""
