"""The answer for people and for programs. A renderer never asks the directory again."""
