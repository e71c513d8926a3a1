"""Makes Speelveld ready for who has no Python: one zip for Windows; not a part of the program, and not in its wheel."""
