"""An answer that comes in late does not hide what is newer."""

from playwright.sync_api import Route, expect

from tests.browser.conftest import Opened
from tests.browser.looking import Window, bare, until
from tests.makers.served import Kijk

FACE, TITLE = "opgavekaarten/voor/2", "opgaven[2].titel"
_LATE = """async () => {
  const { state, take, place } = await import('/page/state.js');
  const face = [...state.faces.values()][0];
  const last = 1_000_000;
  const fields = title => ({ titel: { ...state.fields.get('titel'), value: title } });
  take({ number: last, title: 'nieuw', faces: { [face.id]: { text: 'nieuw' } }, fields: fields('nieuw') });
  take({ number: last, rooms: { titel: 7 } });
  place(face.id, { number: last, spots: [{ field: 'nieuw' }] });
  const kinds = [{ name: 'oud', title: 'oud', faces: [{ ...face, text: 'oud' }] }];
  take({ number: last - 1, title: 'oud', faces: { [face.id]: { text: 'oud' } }, fields: fields('oud'), kinds });
  take({ number: last - 1, rooms: { titel: 3 } });
  place(face.id, { number: last - 1, spots: [{ field: 'oud' }] });
  const now = state.faces.get(face.id);
  return [state.title, now.text, state.fields.get('titel').value, state.fields.get('titel').room, now.spots[0].field];
}"""


def test_what_is_older_than_what_is_shown_is_dropped(window: Window) -> None:
    window.whole()
    assert window.page.evaluate(_LATE) == ["nieuw", "nieuw", "nieuw", 7, "nieuw"]


def test_where_texts_stood_before_is_not_taken_for_where_they_stand_now(opened: Opened, zutphen: Kijk) -> None:
    window = opened(zutphen)
    page, held = window.page, list[Route]()
    window.whole()
    before = zutphen.values[TITLE]
    page.route("**/api/face*", lambda route: held.append(route) if not held else route.continue_())
    page.evaluate("to => { location.hash = to; }", f"#kaart={FACE.replace('/', '%2F')}")
    until(lambda: page.evaluate("1") == 1 and len(held) == 1)
    old = held[0].fetch()
    window.overview()
    zutphen.file.write_text(
        zutphen.file.read_text(encoding="utf-8").replace(f"titel: {before}", "titel: Nu anders"), encoding="utf-8"
    )
    window.go(FACE)
    expect(window.spot(TITLE)).to_be_attached()
    until(lambda: bare("Nu anders") in window.drawn)
    held[0].fulfill(response=old)
    now = "async () => (await import('/page/state.js')).state.faces.get('opgavekaarten/voor/2').spots.map(s => s.text)"
    page.wait_for_timeout(200)
    assert "Nu anders" in page.evaluate(now)
    window.write(TITLE, before)
    until(lambda: zutphen.values[TITLE] == before)
