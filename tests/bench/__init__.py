"""The benchmark's own figures."""
