"""What holds for the whole project, whatever changes inside."""
