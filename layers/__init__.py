"""How a checked dataset is drawn: Folium objects, the text that travels beside them, one style."""
