"""What goes live: proposed by one, signed by two with their passkeys; and the way back."""
