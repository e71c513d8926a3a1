// The picture of a face: fetched when it comes into sight, drawn anew when it changes, as large as one looks at it.

import { picture } from "./ask.js";
import { drawn, make } from "./dom.js";

export const size = { choice: "fit", mm: 96 / 25.4 };

const SCALES = { true: 1, double: 2 };
// In pixels: how wide a card and a sheet are among others, and in millimetres from when it is a sheet.
const CARD = 290;
const SHEET = 420;
const WIDE = 150;
// Pixels in a millimetre at which a text of twelve points can just be read.
const LEAST = 2.6;
// In millimetres: what is larger hangs on a wall, and has letters of twice that size.
const HANGS = 420;

const inSight = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue;
      inSight.unobserve(target);
      target.dispatchEvent(new Event("insight"));
    }
  },
  { rootMargin: "600px" },
);

// How many pixels a millimetre of a face takes.
function scaleOf(face, large) {
  if (size.choice in SCALES) return SCALES[size.choice] * size.mm;
  const small = size.choice === "small" ? 0.6 : 1;
  if (!large) return (small * Math.min(innerWidth - 60, face.w > WIDE ? SHEET : CARD)) / Math.max(face.w, 95);
  // As large as is seen at once, but no smaller than can be read.
  const seen = Math.min((innerWidth * 0.5) / face.w, (innerHeight - 190) / face.h);
  return small * Math.min(Math.max(seen, face.w > HANGS ? LEAST / 2 : LEAST), (innerWidth - 40) / face.w);
}

export class Picture {
  constructor(face, { large = false } = {}) {
    this.face = face;
    this.large = large;
    this.element = make("div", { class: "picture" });
    this.drawn = "";
    this.tried = "";
    this.seen = large;
    this.fit();
    if (large) {
      this.refresh();
    } else {
      this.element.addEventListener("insight", () => {
        this.seen = true;
        this.refresh();
      });
      this.wait();
    }
  }

  fit() {
    this.element.style.width = `${this.face.w * scaleOf(this.face, this.large)}px`;
    this.element.style.aspectRatio = `${this.face.w} / ${this.face.h}`;
  }

  // Draw it when it comes into sight.
  wait() {
    this.seen = false;
    inSight.unobserve(this.element);
    inSight.observe(this.element);
  }

  async refresh() {
    const name = this.face.picture;
    if (!this.seen || !name || name === this.drawn || name === this.tried) return;
    // While one card is written on, the others are not in view: who types does not wait for them.
    if (!this.large && this.element.offsetParent === null) {
      this.wait();
      return;
    }
    const svg = await picture(name).catch(() => null);
    // What was tried in the meantime is newer.
    if (svg === null || name !== this.face.picture || name === this.tried) return;
    this.put(svg);
    this.drawn = name;
    this.tried = "";
  }

  // Show the picture of the kit again, whatever was typed.
  forget() {
    this.tried = "";
  }

  // Show what is typed, until there is a newer picture: what does not fit has none of its own.
  put(svg) {
    const now = drawn(svg);
    const before = this.element.querySelector(":scope > svg");
    if (before) before.replaceWith(now);
    else this.element.prepend(now);
    this.drawn = "";
    this.tried = this.face.picture;
  }
}
