"""The command `speelveld`, also as `python -m speelveld`: Ctrl-C is looked after before anything else is read."""

from speelveld.stopping import stop_at_once


def main() -> None:
    """Run the command line, and exit."""
    stop_at_once()
    from speelveld.cli import main as run

    run()


if __name__ == "__main__":
    main()
