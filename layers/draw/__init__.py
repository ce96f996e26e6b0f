"""How each layer of the map is drawn, one file for each."""
