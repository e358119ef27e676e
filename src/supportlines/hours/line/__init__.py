"""The clock on the wall and instants: zones, time lines, and what several lines say together."""
