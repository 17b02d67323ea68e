"""Understands a message by a bundle: intent, urgency and locale, in NumPy and ONNX Runtime.

This is the mathematics of the model, once: the Rasa project (`nlu/model`) trains and serves by it
as well, so it keeps to what Python 3.10 can read, and imports nothing of this repository but
itself.
"""
