"""Who can I call right now, in what language, and what do I press?"""
