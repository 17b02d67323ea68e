"""What a message means: local keywords first, then the model."""
