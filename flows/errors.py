"""Errors of flow definitions."""


class FlowError(Exception):
    """A fault in a flow file. Stops the start; says where, and how to mend it."""

    def __init__(self, message: str, file: str = "", line: int = 0) -> None:
        where = f"{file}:{line}: " if file else ""
        super().__init__(f"{where}{message}")
        self.message = message
        self.file = file
        self.line = line
