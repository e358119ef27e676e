"""The shipped directory, as package data: regions.yaml."""
