"""What can be read but nobody should meet: checks of flows before they go live."""
