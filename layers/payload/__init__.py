"""What the browser is handed beside the drawing: all text of the map, row by row."""
