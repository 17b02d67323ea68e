"""The editors' studio in a browser: what is to be done, and the texts themselves."""
