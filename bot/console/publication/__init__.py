"""Pages of publication: texts proposed by one and signed by two passkeys; and the way back."""
