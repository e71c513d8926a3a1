// One face, large, to write on: its texts can be clicked, and each stands in the list beside it too.

import { get } from "./ask.js";
import { byId, make } from "./dom.js";
import { fieldOf } from "./field.js";
import { OnCard } from "./oncard.js";
import { hrefOf } from "./overview.js";
import { Picture } from "./picture.js";
import { shown } from "./remarks.js";
import { fieldsOf, isNewer, place, remarksOn, severity, state } from "./state.js";

const ON_NONE = "Hier staat geen tekst uit uw casus.";
const ON_SHEET = "Dit is een vel zoals het uit de printer komt. Schrijven doet u op de kaarten zelf: zet ‘als vellen’ uit.";
const OF_DECK = "Deze tekst hoort bij de standaardkaarten. U verandert hem hier niet.";

export class Desk {
  // It calls `say` with what there is to say, `failed` with what went wrong, `changed` when other texts are unsaved.
  constructor(element, { say, failed, changed }) {
    this.element = element;
    Object.assign(this, { say, failed, changed });
    this.fields = new Map();
    this.asking = Promise.resolve();
    document.addEventListener("keydown", (event) => this.pressed(event));
  }

  get open() {
    return !this.element.hidden;
  }

  async show(face, key = "") {
    if (this.face?.id !== face.id || !this.open) {
      this.leave();
      this.wanted = face.id;
      const found = await this.locate(face);
      // Another face was asked for in the meantime.
      if (this.wanted !== face.id) return;
      this.build(state.faces.get(face.id) ?? face);
      this.showRed(face, found);
    }
    this.element.hidden = false;
    const field = this.fields.get(key);
    this.element.scrollIntoView({ block: "start", behavior: "instant" });
    (field?.main ?? byId("werk-kop")).focus({ preventScroll: !field });
  }

  async locate(face) {
    // On a sheet nothing is written.
    if (face.id.startsWith("vel/")) return null;
    try {
      const found = await get(`/api/face?id=${encodeURIComponent(face.id)}`);
      place(face.id, found);
      return found;
    } catch (error) {
      this.failed(error);
      return null;
    }
  }

  // Save what was typed on a face that is left.
  leave() {
    this.closeOnCard();
    for (const field of this.fields.values()) {
      field.inputs.clear();
      field.left();
    }
    this.fields.clear();
  }

  close() {
    this.wanted = "";
    this.leave();
    this.element.hidden = true;
    this.face = null;
    this.element.replaceChildren();
  }

  // The faces before and after this one.
  neighbours() {
    const all = [...state.faces.values()];
    const at = all.findIndex((face) => face.id === this.face.id);
    return [all[at - 1], all[at + 1]];
  }

  build(face) {
    this.face = face;
    this.picture = new Picture(face, { large: true });
    this.large = make("div", { class: "large", tabindex: "-1" }, this.picture.element);
    this.note = make("p", { class: "note", hidden: true });
    this.remarks = make("div", {});
    this.text = make("p", { class: "for-ears" });
    this.form = make("form", { class: "fields", novalidate: true, onsubmit: (event) => event.preventDefault() });
    this.form.setAttribute("aria-label", "Teksten uit uw casus");
    this.beside = make("h3", {}, "Meer van deze kaart");
    this.none = make("p", {});
    this.deck = make("section", { class: "deck-texts", "aria-labelledby": "deck-kop" });
    this.fields = new Map();
    this.stale = false;
    this.list();
    const beside = make("div", {}, this.remarks, this.none, this.form, this.deck);
    const desk = make("div", { class: "desk" }, make("div", { class: "stage" }, this.large, this.note, this.text), beside);
    this.element.replaceChildren(this.head(), desk);
    this.point();
    this.mark();
  }

  head() {
    const [previous, next] = this.neighbours();
    const link = (to, way, words) => (to ? make("a", { href: hrefOf(to), rel: way }, `${words}: ${to.title}`) : null);
    return make(
      "div",
      { class: "desk-head" },
      make("a", { href: "#overzicht" }, "Terug naar alle kaarten"),
      make("h2", { id: "werk-kop", tabindex: "-1" }, this.face.title),
      make("p", { class: "beside" }, link(previous, "prev", "Vorige"), link(next, "next", "Volgende")),
    );
  }

  // The fields of this face, in order; one that stays is not touched, so that who types in it goes on.
  list() {
    const { own, others, deck } = fieldsOf(this.face);
    const keys = [...own, ...others];
    for (const [key, field] of this.fields) {
      if (keys.includes(key)) continue;
      this.fields.delete(key);
      field.element.remove();
      field.save();
    }
    const before = this.fields;
    this.fields = new Map(keys.map((key) => [key, before.get(key) ?? fieldOf(key, this)]));
    const block = (key) => (before.has(key) ? before.get(key).element : this.fields.get(key).block());
    this.beside.hidden = !own.length || !others.length;
    this.order([...own.map(block), this.beside, ...others.map(block)]);
    this.none.hidden = keys.length > 0;
    this.none.textContent = this.face.id.startsWith("vel/") ? ON_SHEET : ON_NONE;
    this.form.hidden = !keys.length;
    this.listDeck(deck);
  }

  order(blocks) {
    let next = this.form.firstElementChild;
    for (const block of blocks) {
      if (block === next) next = next.nextElementSibling;
      else this.form.insertBefore(block, next);
    }
    // What a text is of is seen once for all that come after each other; it is heard with each.
    let of = "";
    for (const field of this.fields.values()) {
      field.element.classList.toggle("same", field.given.of === of);
      of = field.given.of;
    }
  }

  listDeck(keys) {
    this.deck.hidden = !keys.length;
    const texts = keys.map((key) => make("li", {}, state.fields.get(key).value));
    const why = "Deze teksten zijn in elk spel gelijk. U verandert ze hier niet.";
    this.deck.replaceChildren(
      make("h3", { id: "deck-kop" }, "Van de standaardkaarten"),
      make("p", { class: "help" }, why),
      make("ul", {}, ...texts),
    );
  }

  // Lay a place to click over each text. Who uses no mouse has the list beside it: these are for the mouse alone.
  // They are changed in place: one that is taken away between the press of a button and its release is not clicked.
  point() {
    this.text.textContent = `Er staat: ${this.face.text}`;
    const { spots } = this;
    const there = [...this.picture.element.querySelectorAll(".spot")];
    for (const gone of there.slice(spots.length)) gone.remove();
    spots.forEach((spot, at) => this.lay(spot, there[at] ?? this.newSpot(at)));
  }

  get spots() {
    return this.face.spots.filter((spot) => state.fields.has(spot.field));
  }

  newSpot(at) {
    const element = make("div", { "aria-hidden": "true" });
    element.addEventListener("click", () => this.writeOn(this.spots[at]));
    this.picture.element.append(element);
    return element;
  }

  lay(spot, element) {
    const { deck, label } = state.fields.get(spot.field);
    element.className = deck ? "spot deck" : "spot";
    element.dataset.field = spot.field;
    element.title = deck ? OF_DECK : `Klik om te schrijven: ${label.toLocaleLowerCase("nl")}`;
    element.style.left = `${(100 * spot.x) / this.face.w}%`;
    element.style.top = `${(100 * spot.y) / this.face.h}%`;
    element.style.width = `${(100 * spot.w) / this.face.w}%`;
    element.style.height = `${(100 * spot.h) / this.face.h}%`;
  }

  writeOn(spot) {
    this.closeOnCard();
    const given = state.fields.get(spot.field);
    const field = this.fields.get(spot.field);
    this.note.hidden = true;
    if (given.deck || given.fixed || !field) {
      this.note.textContent = given.deck ? OF_DECK : `Deze tekst verandert u in ${state.file}.`;
      this.note.hidden = false;
      this.say(this.note.textContent);
      return;
    }
    const closed = () => this.closeOnCard();
    const { large: stage, face } = this;
    this.onCard = new OnCard({ field, stage, picture: this.picture.element, face, spot, closed });
  }

  closeOnCard() {
    if (!this.onCard) return;
    const { onCard } = this;
    const focused = onCard.element.contains(document.activeElement);
    this.onCard = null;
    // Where the keyboard goes on: at the same text, without the page jumping to it.
    if (focused) onCard.field.main.focus({ preventScroll: true });
    onCard.remove();
    this.settle();
  }

  showTrial(face, { number, svg, fits, spots }) {
    if (!face || this.face?.id !== face.id || !isNewer(`spots ${face.id}`, number)) return;
    this.picture.put(svg);
    this.large.classList.toggle("mistake", !fits);
    if (spots) this.face.spots = spots;
    if (!this.onCard) this.point();
  }

  // Of a text in the casus that does not fit, the last good picture shows nothing: show the card as it is.
  showRed(face, found) {
    if (!found?.svg || this.busy) return;
    this.showTrial(face, found);
    const field = this.fields.get(found.field);
    if (field && isNewer(`room ${found.field}`, found.number)) field.showRoom(found.room);
  }

  get busy() {
    return [...this.fields.values()].some((field) => field.busy);
  }

  // Nobody types any more: show the card as the casus is.
  async settle() {
    this.changed();
    if (!this.face || this.busy) return;
    const { id } = this.face;
    let found = null;
    if (this.stale) {
      this.stale = false;
      found = await this.locate(this.face);
      if (this.face?.id !== id) return;
      this.list();
    }
    for (const field of this.fields.values()) field.refresh();
    await this.picture.refresh();
    if (this.face?.id !== id || this.busy) return;
    this.mark();
    this.showRed(this.face, found);
    if (!this.onCard) this.point();
  }

  // Both changed: one question at a time.
  clash(field, here, there) {
    this.asking = this.asking.then(() => ask(field, here, there));
    return this.asking;
  }

  // Something changed in the casus, or on one of the faces `ids`.
  async refresh(ids) {
    if (!this.open || !this.face) return;
    const { id } = this.face;
    const face = state.faces.get(id);
    if (!face) {
      this.say("Deze kaart is er niet meer.");
      location.hash = "#overzicht";
      return;
    }
    const another = face !== this.face;
    this.face = face;
    this.picture.face = face;
    if (another || byId("werk-kop").textContent !== face.title) this.rename();
    // A text that does not fit, or does again, changes no picture of the kit: the card itself is asked for.
    const wrong = severity(remarksOn(face)) === "mistake";
    const red = this.large.classList.contains("mistake");
    this.stale ||= another || ids.includes(id) || wrong !== red;
    if (red && !wrong && !this.busy) this.picture.forget();
    for (const field of this.fields.values()) field.refresh();
    // What is tried comes with its own picture.
    await this.settle();
    if (this.face?.id === id) this.mark();
  }

  // Another title, or other neighbours; who stands on one of these goes on there.
  rename() {
    const before = this.element.querySelector(".desk-head");
    const held = [...before.querySelectorAll("a, h2")].indexOf(document.activeElement);
    const now = this.head();
    before.replaceWith(now);
    now.querySelectorAll("a, h2")[held]?.focus({ preventScroll: true });
    this.picture.fit();
  }

  mark() {
    const remarks = remarksOn(this.face);
    if (!this.busy) this.large.classList.toggle("mistake", severity(remarks) === "mistake");
    // What belongs to none of the fields stands above them.
    const others = remarks.filter((remark) => !this.fields.has(remark.field));
    this.remarks.replaceChildren(...others.map((remark) => shown(remark)));
  }

  fit() {
    this.picture?.fit();
  }

  pressed(event) {
    // Alt with an arrow is taken: it goes back and forth in the browser.
    if (!this.open || !this.face || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!["PageUp", "PageDown"].includes(event.key)) return;
    event.preventDefault();
    const to = this.neighbours()[event.key === "PageDown" ? 1 : 0];
    if (to) location.hash = hrefOf(to);
  }
}

// Ask which of two texts stays: 'here', 'there', or '' for who does not choose yet.
function ask(field, here, there) {
  const dialog = byId("botsing");
  byId("botsing-waar").textContent = field.name;
  byId("botsing-hier").textContent = here;
  byId("botsing-daar").textContent = there;
  dialog.returnValue = "";
  const before = document.activeElement;
  dialog.showModal();
  return new Promise((resolve) => {
    const closed = () => {
      (before?.isConnected ? before : field.main)?.focus({ preventScroll: true });
      resolve(dialog.returnValue);
    };
    dialog.addEventListener("close", closed, { once: true });
  });
}
