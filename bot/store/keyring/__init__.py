"""The keyring: data keys, and what guards against copies that are put back."""
