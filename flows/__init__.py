"""The functional core: what the helpline says and does next. No I/O."""
