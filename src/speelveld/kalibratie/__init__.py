"""The sheet to measure a printer with, and what was read off it, kept for every printer by name."""
