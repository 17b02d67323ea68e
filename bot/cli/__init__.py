"""The subcommands of `helpline`: each module has `add_arguments` and `run`."""
