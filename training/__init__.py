"""How the shipped network was made: one command, from public data (`python -m training --help`)."""
