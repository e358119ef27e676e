"""The element `<support-lines>`: its script, its style sheet, and the HTML round it."""
