"""A print shop's wishes and set components in, the print jobs for that shop out, and what to check them for."""
