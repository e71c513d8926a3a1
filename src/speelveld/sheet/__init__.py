"""Which face goes where on which sheet: cards to cut, their backs, and boards in tiles; nothing is drawn here."""
