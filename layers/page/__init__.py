"""The whole map: as the script we mount, as a map that stands by itself, as a saved page."""
