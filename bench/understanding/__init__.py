"""How well messages are understood: figures, report, pictures and the gate (`make evaluate`)."""
