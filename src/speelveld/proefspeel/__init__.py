"""A casus in; what playing it thousands of times shows out: as data, in words and as a page; `spel` plays."""
