"""Rules and the clock on the wall: what they say of days and of local times, in no zone."""
