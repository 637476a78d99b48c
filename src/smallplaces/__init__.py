"""Small Places: free software for human rights cities."""

__version__ = "0.1.0"
