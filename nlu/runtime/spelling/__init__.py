"""Character n-grams: hashed, counted, weighed."""
