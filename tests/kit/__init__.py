"""What tests share, so that each is about its own matter."""
