"""What a file holds, in one short text to compare."""

from hashlib import sha256


def digest(data: bytes) -> str:
    """Return the SHA-256 of `data`, as 64 lower-case hexadecimal digits."""
    return sha256(data).hexdigest()
