"""The date of the sheets in these tests, and what makes them."""

from collections.abc import Callable
from datetime import UTC, datetime

DATE = datetime(2026, 12, 3, tzinfo=UTC)
MakeSheet = Callable[..., bytes]
