"""Occasions: the place and time that claims of several reports share, found by blocking."""
