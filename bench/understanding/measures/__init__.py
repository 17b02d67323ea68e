"""Figures of answers: shares, macro-F1, calibration errors; by letters and length. Pure."""
