"""On any website: what a page needs to say what is true when it is read, with no server."""
