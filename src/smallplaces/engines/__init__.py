"""Engines: values in, values out. No Django, no files, no clock, no randomness unless handed in; they refuse rather than guess."""
