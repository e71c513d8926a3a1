"""`python -m speelveld` does what the command `speelveld` does."""

from speelveld.cli import main

main()
