"""Text and rules: what is written in OpenStreetMap's notation, read, printed and doubted."""
