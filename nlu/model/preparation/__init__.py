"""From the YAML files in data/ to what the pipeline trains on."""
