"""The shipped directories, as package data: regions.yaml is the default one."""
