"""How the person of a role looks, as far as its author says so; the rest follows from the id of the role."""

from typing import Annotated

from speelveld.beeld import CLOTHES, HAAR, HAARKLEUREN, SKINS
from speelveld.written.element import Written
from speelveld.written.fields import JaNeeVeld, getal, keuze, veld
from speelveld.written.refusal import RefusedError


class Portret(Written):
    """A person without a face: what one sees of skin, hair and what is worn."""

    huid: Annotated[int, getal(1, SKINS)] | None = veld(
        f"De tint van de huid: van 1 (heel licht) tot {SKINS} (heel donker).", "4", default=None
    )
    haar: Annotated[str, keuze(*HAAR)] | None = veld("Het haar.", "krullen", default=None)
    haarkleur: Annotated[str, keuze(*HAARKLEUREN)] | None = veld("De kleur van het haar.", "grijs", default=None)
    bril: JaNeeVeld | None = veld("Of deze persoon een bril draagt.", "ja", default=None)
    baard: JaNeeVeld | None = veld("Of deze persoon een baard heeft.", "ja", default=None)
    hoofddoek: JaNeeVeld | None = veld("Of deze persoon een hoofddoek draagt.", "ja", default=None)
    hoorapparaat: JaNeeVeld | None = veld("Of deze persoon een hoorapparaat heeft.", "ja", default=None)
    rolstoel: JaNeeVeld | None = veld("Of deze persoon in een rolstoel zit.", "ja", default=None)

    kleren: Annotated[str, keuze(*CLOTHES)] | None = veld("Wat deze persoon draagt.", "jasje", default=None)

    def _agree(self) -> None:
        """Refuse what a headscarf hides."""
        hidden = [key for key in ("haar", "haarkleur", "hoorapparaat", "kleren") if getattr(self, key)]
        if self.hoofddoek and hidden:
            message = f"met een hoofddoek is '{hidden[0]}' niet te zien"
            raise RefusedError(message, f"haal '{hidden[0]}' of 'hoofddoek' weg")

    def __str__(self) -> str:
        """Return it as the attribute `look` of a layout: 'huid=4 haar=krullen bril=ja'."""
        given = {key: getattr(self, key) for key in type(self).model_fields if getattr(self, key) is not None}
        words = {True: "ja", False: "nee"}
        return " ".join(f"{key}={words[value] if isinstance(value, bool) else value}" for key, value in given.items())
