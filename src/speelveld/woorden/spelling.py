"""How Dutch spells a word in another form: with a capital, with or without the e of an adjective."""


def capital(word: str) -> str:
    """Return a word as it begins a sentence: 'Kring', 'IJsje', and 'Eén' for 'één'."""
    if word.lower().startswith("één"):
        return "Eén" + word[3:]
    return word[:2].upper() + word[2:] if word[:2].lower() == "ij" else word[:1].upper() + word[1:]
