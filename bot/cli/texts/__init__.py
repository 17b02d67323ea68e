"""`helpline texts`: how new texts go live: propose, sign, publish, and the way back."""
