// One field of the casus: a text, number or choice with its label, its room and its remarks. Two editors may show it,
// one in the list and one on the card: they hold the same value.

import { Refused, post } from "./ask.js";
import { counted, make, whisper } from "./dom.js";
import { shown } from "./remarks.js";
import { remarksAt, state } from "./state.js";

// After so many milliseconds without a key, what is typed is saved.
const PAUSE = 1500;
const OF_DECK = "Deze tekst hoort bij de standaardkaarten. U verandert hem hier niet.";
let count = 0;

export class Field {
  constructor(key, desk) {
    count += 1;
    this.key = key;
    this.desk = desk;
    this.id = `veld-${count}`;
    this.inputs = new Set();
    this.saved = this.given.value;
    this.value = this.saved;
    this.room = make("p", { class: "room", "aria-hidden": "true" });
    this.roomForEars = make("span", { class: "for-ears", id: `${this.id}-ruimte` });
    this.remarks = make("div", { id: `${this.id}-meldingen` });
  }

  get given() {
    return state.fields.get(this.key);
  }

  get changed() {
    return this.value !== this.saved;
  }

  get busy() {
    return this.changed || this.trying || this.writing;
  }

  // The field as it stands in the list beside the card.
  block() {
    const { label, of, help, deck, kind, fixed } = this.given;
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
      deck ? make("p", { class: "help" }, OF_DECK) : null,
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
      input = make("select", { id }, ...choices.map((choice) => make("option", { value: choice }, choice)));
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
    input.addEventListener("input", () => this.typed(input));
    input.addEventListener("compositionend", () => this.typed(input));
    input.addEventListener("keydown", (event) => this.pressed(event, input));
    input.addEventListener("blur", () => this.save());
    if (kind === "choice") input.addEventListener("change", () => this.save());
    return input;
  }

  stepper(input) {
    const { label, least, most } = this.given;
    const by = (step) => () => {
      const now = Number.parseInt(this.value, 10) || 0;
      const next = Math.min(most ?? Infinity, Math.max(least ?? -Infinity, now + step));
      if (next === now) {
        whisper(`${label} is ten ${step < 0 ? "minste" : "hoogste"} ${now}.`);
        return;
      }
      this.put(String(next));
      whisper(`${label}: ${next}`);
      this.tryOut();
      this.save();
    };
    return make(
      "div",
      { class: "stepper" },
      make("button", { type: "button", "aria-label": `${label}: 1 minder`, onclick: by(-1) }, "−"),
      input,
      make("button", { type: "button", "aria-label": `${label}: 1 meer`, onclick: by(1) }, "+"),
      least === null ? null : make("span", { class: "of" }, `${least} tot en met ${most}`),
    );
  }

  put(value, except = null) {
    this.value = value;
    for (const input of this.inputs) if (input !== except && input.value !== value) input.value = value;
  }

  typed(input) {
    if (input.value === this.value) return;
    this.put(input.value, input);
    this.desk.say("Nog niet bewaard.");
    this.tryOut();
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.save(), PAUSE);
  }

  pressed(event, input) {
    const { kind } = this.given;
    const key = event.key.toLowerCase();
    const control = (event.ctrlKey || event.metaKey) && !event.altKey;
    if (event.isComposing) return;
    if (key === "escape") {
      event.stopPropagation();
      this.restore();
      this.desk.closeOnCard(true);
    } else if (control && (key === "b" || key === "i") && input.localName === "textarea") {
      event.preventDefault();
      wrap(input, key === "b" ? "**" : "_");
    } else if (control && key === "s") {
      event.preventDefault();
      this.save();
    } else if (key === "enter" && kind !== "paragraphs") {
      // A text of one paragraph has no line ends.
      event.preventDefault();
      this.save();
    }
  }

  restore() {
    clearTimeout(this.pause);
    if (!this.changed) return;
    this.put(this.saved);
    whisper("De tekst die er stond, is terug.");
    this.desk.say("De tekst die er stond, is terug.");
    this.tryOut();
  }

  // Show the card with what is typed; while an answer is under way, only the last text waits.
  async tryOut() {
    this.again = true;
    if (this.trying) return;
    this.trying = true;
    while (this.again) {
      this.again = false;
      const { value } = this;
      try {
        const found = await post("/api/try", { field: this.key, value, face: this.desk.face?.id ?? "" });
        if (value === this.value) this.showTrial(found);
      } catch (error) {
        this.desk.failed(error);
        break;
      }
    }
    this.trying = false;
  }

  showTrial({ svg, fits, spots, room, remarks }) {
    if (svg) this.desk.showTrial(svg, fits, spots);
    this.showRoom(room);
    this.showRemarks(remarks);
  }

  async save() {
    clearTimeout(this.pause);
    if (!this.changed || this.writing) return;
    this.writing = true;
    const { value, saved: before } = this;
    try {
      const done = await post("/api/save", { field: this.key, value, before });
      this.saved = done.value;
      // What was typed in the meantime stays; else what the file holds now is shown.
      if (this.value === value) this.put(done.value);
      this.desk.say(`Bewaard: ${this.given.label.toLocaleLowerCase("nl")} staat nu in ${state.file}.`);
    } catch (error) {
      if (error instanceof Refused && error.status === 409) await this.choose(error.answer.there);
      else if (error instanceof Refused && error.status === 422) this.showRemarks(error.answer.remarks);
      else this.desk.failed(error);
    } finally {
      this.writing = false;
    }
    if (this.changed && this.value !== value) await this.save();
  }

  // Both changed: show both, and ask.
  async choose(there) {
    const here = this.value;
    const chosen = await this.desk.clash(this, here, there);
    this.saved = there;
    if (chosen === "there") {
      this.put(there);
      this.tryOut();
    } else if (this.changed) {
      this.writing = false;
      await this.save();
    }
  }

  // The casus says something else now.
  refresh() {
    const { given } = this;
    if (!given) return;
    if (given.value !== this.saved && !this.busy) {
      this.saved = given.value;
      this.put(given.value);
    }
    if (this.busy) return;
    this.showRoom(given.room);
    this.showRemarks(remarksAt(this.key));
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
  }

  showRemarks(remarks = []) {
    const wrong = remarks.some((remark) => remark.kind === "mistake");
    this.remarks.replaceChildren(...remarks.map((remark) => shown(remark, { place: false })));
    for (const input of this.inputs) {
      if (wrong) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
    }
  }
}

// Put a sign of markup round what is selected, or take it away.
function wrap(input, sign) {
  const { selectionStart: from, selectionEnd: to, value } = input;
  const inside = value.slice(from, to);
  const has = inside.length >= 2 * sign.length && inside.startsWith(sign) && inside.endsWith(sign);
  input.setRangeText(has ? inside.slice(sign.length, -sign.length) : `${sign}${inside}${sign}`, from, to, "select");
  if (!inside) input.setSelectionRange(from + sign.length, from + sign.length);
  input.dispatchEvent(new Event("input", { bubbles: true }));
}
