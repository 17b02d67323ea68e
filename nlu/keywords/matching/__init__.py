"""Finds phrases in a text: letters, words, stems, and errors of typing. Knows no meanings."""
