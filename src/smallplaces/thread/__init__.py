"""The thread: the reads that cross apps. It has no tables and writes nothing."""
