"""Dialogues: statements that people answered, and what they answered. Nobody's answer is ever shown."""
