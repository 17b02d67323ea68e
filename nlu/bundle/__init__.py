"""The trained model of today's data, as files: see `nlu.runtime.bundle`."""
