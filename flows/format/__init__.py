"""Reading definitions: the flow format, its model, conditions, references."""
