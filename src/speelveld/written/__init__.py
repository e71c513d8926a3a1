"""Files that people write → values that know their file, line and column; what they mean is not known here."""
