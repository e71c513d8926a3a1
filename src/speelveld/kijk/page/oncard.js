// A real text field that lies over the place of a text on its card, in letters like those of the card.

import { make } from "./dom.js";

// In pixels: the room round a text, and how narrow and how small a field may be.
const AROUND = 6;
const NARROW = 260;
const SMALL = 15;
const LARGE = 30;

export class OnCard {
  // `stage` holds the picture; `spot` says where on `face` the text stands.
  constructor({ field, stage, picture, face, spot, closed }) {
    this.field = field;
    this.stage = stage;
    const id = `${field.id}-op`;
    this.input = field.newInput(id);
    this.input.setAttribute("aria-describedby", `${field.id}-ruimte ${field.id}-meldingen`);
    const room = make("p", { class: "room", "aria-hidden": "true" });
    const remarks = make("div", { "aria-hidden": "true" });
    const told = make("div", { class: "told" }, room, remarks);
    this.element = make("div", { class: "on-card" }, make("label", { for: id }, field.given.label), this.input, told);
    field.tellOn({ room, remarks });
    this.letters(picture, spot.field);
    stage.append(this.element);
    this.put(picture, face, spot);
    this.grow();
    this.input.addEventListener("input", () => this.grow());
    this.element.addEventListener("focusout", (event) => {
      // Who goes to another window for a moment goes on where he was.
      if (document.hasFocus() && !this.element.contains(event.relatedTarget)) closed();
    });
    this.input.focus({ preventScroll: true });
    this.element.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  // The letters of the text itself, but never too small to read.
  letters(picture, key) {
    const run = picture.querySelector(`svg [data-pad="${CSS.escape(key)}"]`);
    if (!run) return;
    const { fontFamily, fontSize } = getComputedStyle(run);
    const scale = Math.abs(run.getScreenCTM().a) || 1;
    this.input.style.fontFamily = fontFamily;
    this.input.style.fontSize = `${Math.min(LARGE, Math.max(SMALL, Number.parseFloat(fontSize) * scale))}px`;
  }

  put(picture, face, spot) {
    const scale = picture.offsetWidth / face.w;
    const wide = Math.max(NARROW, (face.w - 2 * Math.min(spot.x, face.w / 12)) * scale);
    const width = Math.min(wide, Math.max(NARROW, spot.w * scale + 6 * AROUND), this.stage.clientWidth - 2 * AROUND);
    const left = picture.offsetLeft + spot.x * scale - 2 * AROUND;
    this.element.style.width = `${width}px`;
    this.element.style.left = `${Math.max(0, Math.min(left, this.stage.scrollWidth - width - AROUND))}px`;
    const label = this.input.offsetTop;
    this.element.style.top = `${Math.max(0, picture.offsetTop + spot.y * scale - AROUND - label)}px`;
  }

  grow() {
    if (this.input.localName !== "textarea") return;
    this.input.style.height = "0";
    this.input.style.height = `${this.input.scrollHeight + 6}px`;
  }

  remove() {
    this.field.inputs.delete(this.input);
    this.field.tellOn(null);
    this.element.remove();
    this.field.left();
  }
}
