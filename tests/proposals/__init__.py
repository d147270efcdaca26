"""The papers: their words, their formats, their bounds."""
