"""What reads bytes, pixels and rules by itself, to hold the program against; it imports nothing of the program."""
