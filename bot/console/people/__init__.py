"""The hotline's own people in the console: their devices, the roster, who did what."""
