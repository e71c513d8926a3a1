// One field of the casus: a text, number or choice with its label, its room and its remarks. Two editors may show it,
// one in the list and one on the card: they hold the same value.

import { Refused, page, post } from "./ask.js";
import { counted, make, whisper } from "./dom.js";
import { shown } from "./remarks.js";
import { isNewer, remarksAt, state } from "./state.js";

// After so many milliseconds without a key, what is typed is saved.
const PAUSE = 1500;
// What is typed and not in the file yet, by key: it stays when its card is closed.
const typed = new Map();
let count = 0;

// The field of this key, with what was typed in it before and could not be saved.
export function fieldOf(key, desk) {
  return typed.get(key) ?? new Field(key, desk);
}

export const unsaved = () => [...typed.values()];

export class Field {
  constructor(key, desk) {
    count += 1;
    this.key = key;
    this.desk = desk;
    this.id = `veld-${count}`;
    this.inputs = new Set();
    this.saved = this.given.value;
    this.value = this.saved;
    this.began = this.saved;
    this.held = false;
    this.trial = Promise.resolve();
    this.room = make("p", { class: "room", "aria-hidden": "true" });
    this.roomForEars = make("span", { class: "for-ears", id: `${this.id}-ruimte` });
    this.remarks = make("div", { id: `${this.id}-meldingen` });
    this.onCard = null;
  }

  get given() {
    return state.fields.get(this.key) ?? this.last;
  }

  get name() {
    const { label, of } = this.given;
    return of ? `${label} – ${of}` : label;
  }

  get changed() {
    return this.value !== this.saved;
  }

  get busy() {
    return this.changed || this.trying || Boolean(this.writing);
  }

  // The field as it stands in the list beside the card.
  block() {
    this.inputs.clear();
    const { label, of, help, kind, fixed } = this.given;
    const input = this.newInput(this.id);
    const described = [help ? `${this.id}-uitleg` : "", `${this.id}-ruimte`, `${this.id}-meldingen`];
    input.setAttribute("aria-describedby", described.filter(Boolean).join(" "));
    this.main = input;
    this.element = make(
      "div",
      { class: "field" },
      make("label", { for: this.id }, label, of ? make("span", { class: "of" }, ` – ${of}`) : null),
      help ? make("p", { class: "help", id: `${this.id}-uitleg` }, help) : null,
      this.remarks,
      kind === "number" && !fixed ? this.stepper(input) : input,
      fixed ? make("p", { class: "help" }, `Deze tekst verandert u in ${state.file}.`) : null,
      this.room,
      this.roomForEars,
    );
    this.refresh();
    return this.element;
  }

  newInput(id) {
    const { kind, rows, fixed, choices } = this.given;
    let input;
    if (kind === "choice" && !fixed) {
      const known = choices.includes(this.value) ? choices : [this.value, ...choices];
      input = make("select", { id }, ...known.map((choice) => make("option", { value: choice }, choice)));
    } else if (kind === "text" || kind === "paragraphs") {
      input = make("textarea", { id, rows, spellcheck: "true", autocomplete: "off" });
    } else {
      input = make("input", { id, type: "text", inputmode: kind === "number" ? "numeric" : "text", autocomplete: "off" });
    }
    input.value = this.value;
    if (fixed) {
      input.setAttribute("readonly", "");
      return input;
    }
    this.inputs.add(input);
    input.addEventListener("focus", () => this.entered());
    input.addEventListener("input", () => this.typed(input));
    input.addEventListener("compositionend", () => this.typed(input));
    input.addEventListener("keydown", (event) => this.pressed(event, input));
    input.addEventListener("blur", () => this.left());
    if (kind === "choice") input.addEventListener("change", () => this.save());
    return input;
  }

  stepper(input) {
    const { label, least, most, bounds } = this.given;
    const by = (step) => () => {
      const now = Number.parseInt(this.value, 10) || 0;
      const next = Math.min(most ?? Infinity, Math.max(least ?? -Infinity, now + step));
      if (next === now) {
        whisper(`${label}: ten ${step < 0 ? "minste" : "hoogste"} ${now}.`);
        return;
      }
      this.put(String(next));
      whisper(`${label}: ${next}`);
      this.tryOut();
      this.saveSoon();
    };
    return make(
      "div",
      { class: "stepper" },
      make("button", { type: "button", "aria-label": `${label}: 1 minder`, onclick: by(-1) }, "−"),
      input,
      make("button", { type: "button", "aria-label": `${label}: 1 meer`, onclick: by(1) }, "+"),
      bounds ? make("span", { class: "of" }, bounds) : null,
    );
  }

  // Hold another value, and show it in all editors but the one that it comes from.
  put(value, from = null) {
    this.value = value;
    this.last = this.given;
    if (this.changed) typed.set(this.key, this);
    else typed.delete(this.key);
    for (const input of this.inputs) if (input !== from && input.value !== value) input.value = value;
  }

  entered() {
    if (!this.held) this.began = this.saved;
    this.held = true;
  }

  left() {
    this.held = [...this.inputs].some((input) => input === document.activeElement);
    if (!this.held) this.put(this.value);
    this.save();
  }

  typed(input) {
    if (input.value === this.value) return;
    this.put(input.value, input);
    this.at = location.hash;
    this.desk.say("Nog niet bewaard.");
    this.tryOut();
    this.saveSoon();
  }

  saveSoon() {
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.save(), PAUSE);
  }

  pressed(event, input) {
    const key = event.key.toLowerCase();
    const control = (event.ctrlKey || event.metaKey) && !event.altKey;
    // Some browsers say so only by this number that a key is of an input method.
    if (event.isComposing || event.keyCode === 229) return;
    if (key === "escape") {
      event.stopPropagation();
      this.restore();
      this.desk.closeOnCard();
    } else if (control && (key === "b" || key === "i") && input.localName === "textarea") {
      event.preventDefault();
      wrap(input, key === "b" ? "**" : "_");
    } else if (control && key === "s") {
      event.preventDefault();
      this.save();
    } else if (key === "enter" && this.given.kind !== "paragraphs") {
      // A text of one paragraph has no line ends.
      event.preventDefault();
      this.save();
      this.desk.closeOnCard();
    }
  }

  // Back to what the file held when one began to type.
  restore() {
    clearTimeout(this.pause);
    if (this.value === this.began && !this.changed) return;
    this.put(this.began);
    this.desk.say("De tekst die er stond, is terug.");
    this.tryOut();
    this.save();
  }

  // Show the card with what is typed; while an answer is under way, only the last text waits.
  tryOut() {
    this.again = true;
    if (!this.trying) {
      this.trying = true;
      this.trial = this.tryAll();
    }
  }

  async tryAll() {
    try {
      while (this.again) {
        this.again = false;
        const { value, desk } = this;
        const { face } = desk;
        const found = await post("/api/try", { field: this.key, value, face: face?.id ?? "", page });
        if (value === this.value) this.showTrial(face, found);
      }
    } catch (error) {
      this.desk.failed(error);
    } finally {
      this.trying = false;
      this.desk.settle();
    }
  }

  showTrial(face, { number, svg, fits, spots, room, remarks }) {
    if (svg) this.desk.showTrial(face, { number, svg, fits, spots });
    if (isNewer(`room ${this.key}`, number)) this.showRoom(room);
    this.showRemarks(remarks);
  }

  // Write what was typed; one after the other, so that the last text stays.
  async save() {
    clearTimeout(this.pause);
    // What is being written may not be what is wanted any more.
    if (!this.changed && !this.writing) return;
    this.wanted = true;
    this.writing ??= this.writeAll().finally(() => {
      this.writing = null;
      this.desk.settle();
    });
    await this.writing;
  }

  async writeAll() {
    // What is tried lies over the file: a late trial must not come behind what is saved.
    await this.trial;
    while (this.wanted && this.changed) {
      this.wanted = false;
      await this.write();
    }
  }

  async write() {
    const { value, saved } = this;
    try {
      const done = await post("/api/save", { field: this.key, value, before: saved, page });
      this.saved = done.value;
      this.wrong = "";
      // What was typed in the meantime stays, and so does what is under the caret.
      if (this.value === value) this.put(done.value, this.held ? document.activeElement : null);
      else this.put(this.value, document.activeElement);
      if (!this.changed) this.desk.say(`Bewaard in ${state.file}: ${this.name}.`);
    } catch (error) {
      await this.refused(error);
    }
  }

  async refused(error) {
    if (!(error instanceof Refused)) throw error;
    if (error.status === 409) {
      await this.choose(error.answer.there);
      return;
    }
    this.wrong = error.message;
    if (error.status === 422) {
      const told = error.answer.remarks?.length ? error.answer.remarks : [{ kind: "mistake", message: error.message }];
      this.showRemarks(told);
      this.desk.say(`Niet bewaard. ${told[0].message}.`.replace("..", "."));
    } else {
      this.desk.failed(error);
    }
  }

  // Both changed: show both, and ask. Who does not choose keeps what was typed, and is asked again.
  async choose(there) {
    const chosen = await this.desk.clash(this, this.value, there);
    if (chosen === "there") {
      this.saved = there;
      this.put(there);
      this.tryOut();
    } else if (chosen === "here") {
      this.saved = there;
      this.wanted = true;
      this.put(this.value);
    } else {
      // The question took the keyboard from the field, which asked to save.
      this.wanted = false;
      this.wrong = "Deze tekst is ook ergens anders veranderd.";
      this.desk.say("Nog niet bewaard.");
    }
  }

  // The casus says something else now.
  refresh() {
    const { given } = this;
    if (!given) return;
    if (given.value !== this.saved && !this.busy) {
      this.saved = given.value;
      this.put(given.value, this.held && sameWords(this.value, given.value) ? document.activeElement : null);
    }
    if (this.busy) return;
    this.showRoom(given.room);
    this.showRemarks(remarksAt(this.key));
  }

  // Tell of room and remarks beside the text on the card too: these are of who sees it, the list is what is heard.
  tellOn(elements) {
    this.onCard = elements;
    this.onCard?.room.replaceChildren(this.room.textContent);
    this.onCard?.remarks.replaceChildren(...[...this.remarks.children].map((remark) => remark.cloneNode(true)));
    this.onCard?.room.classList.toggle("over", this.room.classList.contains("over"));
  }

  showRoom(room) {
    let text = "";
    if (room !== null && room !== undefined) {
      const many = counted(Math.abs(room), "teken", "tekens");
      text = room < 0 ? `ongeveer ${many} te lang` : `nog ongeveer ${many}`;
    }
    this.room.textContent = text;
    this.room.classList.toggle("over", room < 0);
    if (this.busy && text && text !== this.roomForEars.textContent) whisper(text);
    this.roomForEars.textContent = text;
    this.tellOn(this.onCard);
  }

  showRemarks(remarks = []) {
    const wrong = remarks.some((remark) => remark.kind === "mistake");
    this.remarks.replaceChildren(...remarks.map((remark) => shown(remark, { place: false })));
    for (const input of this.inputs) {
      if (wrong) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
    }
    this.tellOn(this.onCard);
  }

  // The page goes away: send what is typed without waiting for an answer.
  sendOff() {
    if (this.changed) post("/api/save", { field: this.key, value: this.value, before: this.saved, page }, { keepalive: true }).catch(() => {});
  }
}

const sameWords = (one, other) => one.trim() === other.trim();

// Put a sign of markup round what is selected, or take it away.
function wrap(input, sign) {
  const { selectionStart: from, selectionEnd: to, value } = input;
  const inside = value.slice(from, to);
  const has = inside.length >= 2 * sign.length && inside.startsWith(sign) && inside.endsWith(sign);
  input.setRangeText(has ? inside.slice(sign.length, -sign.length) : `${sign}${inside}${sign}`, from, to, "select");
  if (!inside) input.setSelectionRange(from + sign.length, from + sign.length);
  input.dispatchEvent(new Event("input", { bubbles: true }));
}
