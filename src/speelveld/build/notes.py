"""What a kit remembers of each card: its number, id and title, a fingerprint, and its texts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from speelveld.build.fingerprint import Fingerprints
from speelveld.deck import OnderdeelFaces
from speelveld.markup.inline import SOFT_HYPHEN, unmarked
from speelveld.pages import SetOnderdeel
from speelveld.typeset import Frame, Group, Item, TextRun


@dataclass(frozen=True, slots=True)
class CardName:
    """How a user may name a card: `nummer` is on the card, `id` is empty where its author gave none."""

    onderdeel: str
    nummer: str
    id: str
    titel: str


@dataclass(frozen=True, slots=True)
class CardNote:
    """A card as it was set."""

    name: CardName
    front: Frame
    back: Frame | None

    def as_data(self, prints: Fingerprints) -> dict[str, object]:
        """Return it as `kit.json` has it."""
        texts = {"voor": texts_on(self.front), **({"achter": texts_on(self.back)} if self.back else {})}
        name = self.name
        told = {"onderdeel": name.onderdeel, "nummer": name.nummer, "id": name.id, "titel": name.titel}
        return {**told, "sha256": prints.card(self.front, self.back), "teksten": texts}


def card_names(faces: OnderdeelFaces) -> list[CardName]:
    """Return the cards of an onderdeel, in their order."""
    found = []
    for kaart in faces.kaarten:
        data = kaart.front.data
        own = getattr(data["kaart"], "id", None)
        titel = unmarked(str(data["naam"]))
        found.append(CardName(faces.onderdeel.naam, str(data["nummer"]), "" if own is None else str(own), titel))
    return found


def notes_of(settings: Mapping[str, SetOnderdeel], names: Mapping[str, Sequence[CardName]]) -> tuple[CardNote, ...]:
    """Return the cards that were set, in the order of the kit."""
    return tuple(
        CardNote(name, front, None if back is None else setting.backs[back])
        for naam, setting in settings.items()
        for name, front, back in zip(names[naam], setting.fronts, setting.back_of, strict=True)
    )


def texts_on(frame: Frame) -> list[str]:
    """Return the texts on one side of a card, each as its reader hears it: in one piece, without its line breaks."""
    return list(filter(None, (_joined(runs) for runs in _pieces(frame.items))))


def _pieces(items: Sequence[Item]) -> Iterator[list[TextRun]]:
    """Yield the runs of text that belong together: those of one tag, or of what has none."""
    loose: list[TextRun] = []
    for item in items:
        if isinstance(item, TextRun):
            loose.append(item)
        elif isinstance(item, Group):
            if item.tag is None:
                for runs in _pieces(item.items):
                    loose += runs
                continue
            if loose:
                yield loose
                loose = []
            yield from _pieces(item.items)
    if loose:
        yield loose


def _joined(runs: Sequence[TextRun]) -> str:
    """Return runs as one text; a line that broke a word ends in a soft hyphen, and is joined with the next."""
    text, baseline = "", None
    for run in runs:
        if baseline is not None and abs(run.baseline - baseline) > 1 and not text.endswith(SOFT_HYPHEN):
            text += " "
        text, baseline = text + run.text, run.baseline
    return " ".join(text.replace(SOFT_HYPHEN, "").split())
