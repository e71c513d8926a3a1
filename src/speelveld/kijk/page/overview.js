// All faces, kind by kind.

import { counted, make } from "./dom.js";
import { Picture } from "./picture.js";
import { matcher, remarksOn, severity, state } from "./state.js";

export function hrefOf(face, field = "") {
  return `#kaart=${encodeURIComponent(face.id)}${field ? `&veld=${encodeURIComponent(field)}` : ""}`;
}

export class Overview {
  constructor(element, index) {
    this.element = element;
    this.index = index;
    this.cards = new Map();
    this.wanted = { words: "", remarksOnly: false };
  }

  // When faces come or go.
  build() {
    this.cards.clear();
    this.element.replaceChildren(...state.kinds.map((kind) => this.section(kind)));
    this.mark();
  }

  section(kind) {
    const id = `soort-${kind.name}`;
    return make(
      "section",
      { class: "kind", "aria-labelledby": id },
      make("h2", { id, tabindex: "-1" }, kind.title),
      make("ul", { class: "cards" }, ...kind.faces.map((face) => this.card(face))),
    );
  }

  card(face) {
    const picture = new Picture(face);
    const mark = make("span", { class: "mark" });
    const link = make("a", { href: hrefOf(face) }, face.title);
    const text = make("p", { class: "for-ears" }, face.text);
    const element = make("li", { class: "card" }, picture.element, make("h3", {}, link, " ", mark), text);
    this.cards.set(face.id, { element, picture, mark, link, text });
    return element;
  }

  refresh(ids) {
    for (const id of ids) {
      const card = this.cards.get(id);
      if (!card) continue;
      const face = state.faces.get(id);
      card.picture.refresh();
      card.text.textContent = face.text;
      card.link.textContent = face.title;
    }
    this.mark();
  }

  fit() {
    for (const { picture } of this.cards.values()) picture.fit();
  }

  // Mark what has a remark.
  mark() {
    for (const [id, { element, mark }] of this.cards) {
      const remarks = remarksOn(state.faces.get(id));
      const worst = severity(remarks);
      element.classList.toggle("mistake", worst === "mistake");
      element.classList.toggle("warning", worst === "warning");
      mark.className = `mark ${worst}`;
      mark.textContent = remarks.length ? counted(remarks.length, "melding", "meldingen") : "";
    }
    this.search(this.wanted);
  }

  focus(id) {
    this.cards.get(id)?.link.focus();
  }

  // Show what is looked for, and count it beside each kind; returns how many faces that are.
  search(wanted) {
    this.wanted = wanted;
    const matches = matcher(wanted.words, wanted.remarksOnly);
    let all = 0;
    const links = state.kinds.map((kind, at) => {
      const faces = kind.faces.filter(matches);
      const mistakes = kind.faces.filter((face) => severity(remarksOn(face)) === "mistake").length;
      for (const face of kind.faces) this.cards.get(face.id).element.hidden = !faces.includes(face);
      this.element.children[at].hidden = !faces.length;
      all += faces.length;
      const count = mistakes
        ? make("span", { class: "count mistake" }, counted(mistakes, "fout", "fouten"))
        : make("span", { class: "count" }, String(faces.length));
      return make("li", {}, make("a", { href: `#soort-${kind.name}` }, kind.title, count));
    });
    this.index.replaceChildren(...links);
    return all;
  }
}
