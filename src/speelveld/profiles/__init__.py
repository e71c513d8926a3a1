"""Set components → the print jobs of one profile: for the office printer, for a website, for a print shop."""
