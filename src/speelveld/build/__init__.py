"""A casus and what is asked → its kit: set, drawn and written; start at `pipeline`."""
