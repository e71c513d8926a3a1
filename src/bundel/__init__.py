"""What is installed with Speelveld, and how large it is; not a part of the program, and not in its wheel."""
