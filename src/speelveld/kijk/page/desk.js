// One face, large, to write on: its texts can be clicked, and each stands in the list beside it too.

import { get } from "./ask.js";
import { byId, make } from "./dom.js";
import { Field } from "./field.js";
import { hrefOf } from "./overview.js";
import { Picture } from "./picture.js";
import { shown } from "./remarks.js";
import { fieldsOf, place, remarksOn, severity, state } from "./state.js";

const OF_DECK = "Deze tekst hoort bij de standaardkaarten. U verandert hem hier niet.";
const FIXED = "Deze tekst verandert u in het bestand.";

export class Desk {
  constructor(element, say, failed) {
    this.element = element;
    this.say = say;
    this.failed = failed;
    this.fields = new Map();
    document.addEventListener("keydown", (event) => this.pressed(event));
  }

  get open() {
    return !this.element.hidden;
  }

  async show(face, key = "") {
    if (this.face?.id !== face.id || !this.open) {
      this.closeOnCard();
      this.wanted = face.id;
      await this.locate(face);
      // Another face was asked for in the meantime.
      if (this.wanted !== face.id) return;
      this.build(face);
    }
    this.element.hidden = false;
    const field = this.fields.get(key);
    (field?.main ?? byId("werk-kop")).focus();
    if (!field) scrollTo({ top: 0 });
  }

  async locate(face) {
    try {
      place(face, await get(`/api/face?id=${encodeURIComponent(face.id)}`));
    } catch (error) {
      this.failed(error);
    }
  }

  close() {
    this.wanted = "";
    this.closeOnCard();
    for (const field of this.fields.values()) field.save();
    this.element.hidden = true;
    this.face = null;
    this.fields.clear();
    this.element.replaceChildren();
  }

  // The faces before and after this one.
  neighbours() {
    const all = [...state.faces.values()];
    const at = all.indexOf(this.face);
    return [all[at - 1], all[at + 1]];
  }

  build(face) {
    this.face = face;
    this.onCard = null;
    this.fields = new Map(fieldsOf(face).map((key) => [key, new Field(key, this)]));
    this.picture = new Picture(face, { large: true });
    this.large = make("div", { class: "large" }, this.picture.element);
    this.remarks = make("div", {});
    this.text = make("p", { class: "for-ears" });
    const [previous, next] = this.neighbours();
    const link = (to, words) => (to ? make("a", { href: hrefOf(to) }, `${words}: ${to.title}`) : null);
    const blocks = [...this.fields.values()].map((field) => field.block());
    const form = make("form", { class: "fields", novalidate: true, onsubmit: (event) => event.preventDefault() });
    form.append(...blocks);
    const head = make(
      "div",
      { class: "desk-head" },
      make("h2", { id: "werk-kop", tabindex: "-1" }, face.title),
      make("a", { href: "#overzicht" }, "Terug naar alle kaarten"),
      link(previous, "Vorige"),
      link(next, "Volgende"),
    );
    const none = make("p", {}, "Hier staat geen tekst uit uw casus.");
    const beside = make("div", {}, this.remarks, blocks.length ? form : none);
    this.element.replaceChildren(head, make("div", { class: "desk" }, make("div", {}, this.large, this.text), beside));
    this.point();
    this.mark();
  }

  // Put a button over each text.
  point() {
    this.text.textContent = `Er staat: ${this.face.text}`;
    for (const button of this.picture.element.querySelectorAll(".spot")) button.remove();
    for (const spot of this.face.spots) {
      const field = state.fields.get(spot.field);
      if (!field) continue;
      const button = make(
        "button",
        { type: "button", class: field.deck ? "spot deck" : "spot", "data-field": spot.field },
        `${spot.text}: wijzig ${field.label.toLocaleLowerCase("nl")}`,
      );
      button.addEventListener("click", () => this.writeOn(spot, button));
      button.style.left = `${(100 * spot.x) / this.face.w}%`;
      button.style.top = `${(100 * spot.y) / this.face.h}%`;
      button.style.width = `${(100 * spot.w) / this.face.w}%`;
      button.style.height = `${(100 * spot.h) / this.face.h}%`;
      this.picture.element.append(button);
    }
  }

  // Lay a real text field over the place of the text.
  writeOn(spot, button) {
    this.closeOnCard();
    const field = this.fields.get(spot.field);
    if (!field) return;
    if (field.given.deck || field.given.fixed) {
      this.say(field.given.deck ? OF_DECK : FIXED);
      field.element.scrollIntoView({ block: "nearest" });
      return;
    }
    const id = `${field.id}-op`;
    const input = field.newInput(id);
    input.setAttribute("aria-describedby", `${field.id}-ruimte ${field.id}-meldingen`);
    const element = make("div", { class: "on-card" }, make("label", { for: id }, field.given.label), input);
    const frame = this.picture.element;
    const at = (length, whole, pixels) => (length / whole) * pixels;
    const left = frame.offsetLeft + at(spot.x, this.face.w, frame.offsetWidth) - 10;
    const top = frame.offsetTop + at(spot.y, this.face.h, frame.offsetHeight) - 36;
    element.style.left = `${Math.max(0, Math.min(left, frame.offsetLeft + frame.offsetWidth - 250))}px`;
    element.style.top = `${Math.max(0, top)}px`;
    element.style.width = `${Math.max(250, at(spot.w, this.face.w, frame.offsetWidth) + 26)}px`;
    this.large.append(element);
    if (input.localName === "textarea") input.style.height = `${input.scrollHeight + 8}px`;
    this.onCard = { element, field, input };
    element.addEventListener("focusout", (event) => {
      if (!element.contains(event.relatedTarget)) this.closeOnCard();
    });
    button.setAttribute("aria-current", "true");
    input.focus();
  }

  closeOnCard(back = false) {
    if (!this.onCard) return;
    const { element, field, input } = this.onCard;
    this.onCard = null;
    field.inputs.delete(input);
    element.remove();
    field.save();
    this.point();
    if (back) this.picture.element.querySelector(`[data-field="${CSS.escape(field.key)}"]`)?.focus();
  }

  showTrial(svg, fits, spots) {
    this.picture.put(svg);
    this.large.classList.toggle("mistake", !fits);
    if (spots) this.face.spots = spots;
    if (!this.onCard) this.point();
  }

  clash(field, here, there) {
    const dialog = byId("botsing");
    const { label, of } = field.given;
    byId("botsing-waar").textContent = of ? `${label} – ${of}` : label;
    byId("botsing-hier").textContent = here;
    byId("botsing-daar").textContent = there;
    dialog.returnValue = "";
    dialog.showModal();
    return new Promise((resolve) => {
      dialog.addEventListener("close", () => resolve(dialog.returnValue === "here" ? "here" : "there"), { once: true });
    });
  }

  // Something changed in the casus, or on this face.
  async refresh(ids) {
    if (!this.open || !this.face) return;
    const face = state.faces.get(this.face.id);
    if (face && (face !== this.face || ids.includes(face.id))) {
      await this.locate(face);
      if (this.face?.id !== face.id) return;
    }
    if (!face) {
      this.say("Deze kaart is er niet meer.");
      location.hash = "#overzicht";
      return;
    }
    const other = face !== this.face;
    const fields = [...this.fields.values()];
    const busy = fields.some((field) => field.busy);
    if (!busy && (other || fieldsOf(face).join() !== [...this.fields.keys()].join())) {
      const held = fields.find((field) => field.main === document.activeElement)?.key;
      this.build(face);
      this.fields.get(held)?.main.focus();
      return;
    }
    this.face = face;
    this.picture.face = face;
    for (const field of fields) field.refresh();
    if (!busy && ids.includes(face.id)) {
      this.picture.refresh();
      if (!this.onCard) this.point();
    }
    this.mark();
  }

  mark() {
    const remarks = remarksOn(this.face);
    this.large.classList.toggle("mistake", severity(remarks) === "mistake");
    // What belongs to none of the fields stands above them.
    const others = remarks.filter((remark) => !this.fields.has(remark.field));
    this.remarks.replaceChildren(...others.map((remark) => shown(remark)));
  }

  fit() {
    this.picture?.fit();
  }

  pressed(event) {
    if (!this.open || !event.altKey || !["ArrowLeft", "ArrowRight"].includes(event.key)) return;
    event.preventDefault();
    const to = this.neighbours()[event.key === "ArrowRight" ? 1 : 0];
    if (to) location.hash = hrefOf(to);
  }
}
