"""Second Round: the mock interviewer for the second interview."""

__version__ = "0.1.0"
