// All faces, kind by kind, and the index of kinds.

import { counted, make } from "./dom.js";
import { Picture } from "./picture.js";
import { matcher, remarksOn, severity, state } from "./state.js";

export function hrefOf(face, field = "") {
  return `#kaart=${encodeURIComponent(face.id)}${field ? `&veld=${encodeURIComponent(field)}` : ""}`;
}

export const hrefOfKind = (name) => `#soort=${encodeURIComponent(name)}`;

export class Overview {
  constructor(element, index) {
    this.element = element;
    this.index = index;
    this.cards = new Map();
    this.wanted = { words: "", remarksOnly: false, kind: "" };
    this.found = 0;
  }

  // When faces come or go.
  build() {
    const held = this.heldCard();
    this.cards.clear();
    this.sections = new Map(state.kinds.map((kind) => [kind.name, this.section(kind)]));
    this.none = make("p", { hidden: true }, "Er is niets gevonden. Zoek op andere woorden, of kies ‘Alles’.");
    this.element.replaceChildren(this.none, ...this.sections.values());
    this.list();
    this.mark();
    if (held) this.focus(held);
  }

  heldCard() {
    return [...this.cards].find(([, { link }]) => link === document.activeElement)?.[0];
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
    const element = make("li", { class: "card" }, picture.element, make("h3", {}, link), mark, text);
    this.cards.set(face.id, { element, picture, mark, link, text });
    return element;
  }

  // The index of kinds; it is changed in place, so that who stands on a link stays there.
  list() {
    const held = this.index.contains(document.activeElement) ? document.activeElement.getAttribute("href") : "";
    this.links = new Map(
      [["", "Alles"], ...state.kinds.map(({ name, title }) => [name, title])].map(([name, title]) => {
        const count = make("span", { class: "count" });
        const href = name ? hrefOfKind(name) : "#overzicht";
        return [name, { link: make("a", { href }, make("span", {}, title), " ", count), count }];
      }),
    );
    this.index.replaceChildren(...[...this.links.values()].map(({ link }) => make("li", {}, link)));
    if (held) this.index.querySelector(`a[href="${CSS.escape(held)}"]`)?.focus({ preventScroll: true });
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
    Object.assign(this.wanted, wanted);
    const matches = matcher(this.wanted.words, this.wanted.remarksOnly);
    const kind = this.sections?.has(this.wanted.kind) ? this.wanted.kind : "";
    let [all, shown] = [0, 0];
    for (const { name, faces } of state.kinds) {
      const found = new Set(faces.filter(matches));
      for (const face of faces) this.cards.get(face.id).element.hidden = !found.has(face);
      const here = !kind || kind === name;
      this.sections.get(name).hidden = !found.size || !here;
      this.count(name, found.size, faces.filter((face) => severity(remarksOn(face)) === "mistake").length);
      all += found.size;
      if (here) shown += found.size;
    }
    this.count("", all, 0);
    for (const [name, { link }] of this.links ?? []) {
      if (name === kind) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    if (this.none) this.none.hidden = shown > 0 || !state.kinds.length;
    return shown;
  }

  count(name, faces, mistakes) {
    const count = this.links?.get(name)?.count;
    if (!count) return;
    count.textContent = mistakes ? counted(mistakes, "fout", "fouten") : String(faces);
    count.classList.toggle("mistake", mistakes > 0);
  }
}
