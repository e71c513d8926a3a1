"""The command `speelveld`, also as `python -m speelveld`: Ctrl-C is looked after before anything else is read."""

import gc

from speelveld.stopping import stop_at_once

# After how many new objects Python looks for cycles among them, and how often among older ones. Nearly all that a
# command makes stays until it ends.
_SELDOM = (50_000, 50, 100)


def main() -> None:
    """Run the command line, and exit."""
    stop_at_once()
    gc.set_threshold(*_SELDOM)
    from speelveld.cli import main as run

    run()


if __name__ == "__main__":
    main()
