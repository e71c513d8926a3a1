// The page before there is a casus: choose one, copy an example, or answer four questions.

import { Refused, get, post } from "./ask.js";
import { byId, make } from "./dom.js";

const EMPTY = "Vul dit nog in.";
let busy = false;

function say(text) {
  byId("stand").textContent = text;
}

// Ask for a casus; when there is one, this page becomes that of the casus.
async function begin(path, content, words) {
  if (busy) return;
  busy = true;
  say(words);
  try {
    await post(path, content);
    location.replace("/");
  } catch (error) {
    busy = false;
    if (!(error instanceof Refused)) throw error;
    say(error.message);
  }
}

function choice(title, beside, act) {
  const button = make("button", { type: "button", onclick: act }, title);
  return make("li", {}, button, beside ? make("span", { class: "of" }, beside) : null);
}

async function list() {
  const { recent, here, examples, folder } = await get("/api/begin");
  byId("map").textContent = folder;
  const known = [...recent, ...here];
  byId("verder").hidden = !known.length;
  byId("verder-lijst").replaceChildren(
    ...known.map((casus) =>
      choice(casus.titel, `${casus.gemeente ? `${casus.gemeente}, ` : ""}in ${casus.folder}`, () =>
        begin("/api/begin/open", { path: casus.path }, "De casus gaat open…"),
      ),
    ),
  );
  byId("voorbeeld-lijst").replaceChildren(
    ...examples.map((casus) =>
      choice(casus.titel, casus.gemeente, () =>
        begin("/api/begin/copy", { example: casus.name }, "Het voorbeeld wordt gekopieerd…"),
      ),
    ),
  );
}

function mark(field) {
  const empty = !field.value.trim();
  if (empty) field.setAttribute("aria-invalid", "true");
  else field.removeAttribute("aria-invalid");
  byId(`${field.id}-fout`).textContent = empty ? EMPTY : "";
  return empty;
}

const form = byId("nieuw");
const fields = [...form.querySelectorAll("input, textarea")];
form.addEventListener("submit", (event) => {
  event.preventDefault();
  const [first] = fields.filter(mark);
  if (first) {
    first.focus();
    return;
  }
  const answers = Object.fromEntries(fields.map((field) => [field.name, field.value]));
  begin("/api/begin/new", answers, "De casus wordt gemaakt…");
});
for (const field of fields) {
  field.addEventListener("input", () => field.hasAttribute("aria-invalid") && mark(field));
}
// What is typed here stands in no file yet.
addEventListener("beforeunload", (event) => {
  if (!busy && fields.some((field) => field.value.trim())) event.preventDefault();
});
byId("stop").addEventListener("click", async () => {
  busy = true;
  await post("/api/stop");
  say("Het programma is gestopt. U kunt deze bladzijde sluiten.");
});
list().catch((error) => say(error.message));
