"""The entrance: the first page, for whoever isn't signed in, and the way out."""
