// The page: starts, shows where one is, and passes on what changes.

import { Refused, get, listen, post } from "./ask.js";
import { Desk } from "./desk.js";
import { byId, counted, make, whisper } from "./dom.js";
import { unsaved } from "./field.js";
import { Overview, hrefOf } from "./overview.js";
import { size } from "./picture.js";
import { fill } from "./remarks.js";
import { isNewer, state, take } from "./state.js";

// A bank card, in millimetres: ISO/IEC 7810, ID-1.
const BANK_CARD = { w: 85.6, h: 53.98 };

// What the program is asked for; the rest of how one looks is of this page alone.
const wishes = { inktarm: false, vellen: false };

// In milliseconds: how long what went well stays in view.
const IN_VIEW = 8000;
const NARROW = matchMedia("(max-width: 45rem)");

let fading;
let staying = false;
// Say something at the bottom of the page; what `stays` is said until something else is.
function say(text, { stays = false } = {}) {
  byId("stand").textContent = text;
  clearTimeout(fading);
  staying = stays;
  if (!stays) fading = setTimeout(() => byId("stand").replaceChildren(), IN_VIEW);
}

function failed(error) {
  if (!(error instanceof Refused)) throw error;
  if (error.status === 422) {
    say(error.message);
    return;
  }
  const kept = unsaved().length ? " Wat u typte, staat nog op deze bladzijde." : "";
  say(`${error.message}${kept}`, { stays: true });
}

const overview = new Overview(byId("overzicht"), byId("soorten"));
const desk = new Desk(byId("werkplek"), { say, failed, changed: showUnsaved });

// Go where the address points to, behind '#'.
function go() {
  const place = location.hash.slice(1);
  if (place === "inhoud") return;
  if (!staying) byId("stand").replaceChildren();
  const asked = new URLSearchParams(place);
  const face = state.faces.get(asked.get("kaart"));
  const remarks = place === "meldingen";
  byId("meldingen").hidden = !remarks;
  byId("overzicht").hidden = Boolean(face) || remarks;
  if (face) {
    document.title = `${face.title} – ${state.title}`;
    desk.show(face, asked.get("veld") ?? "");
    return;
  }
  const before = desk.face;
  const kind = asked.get("soort") ?? "";
  const other = kind !== overview.wanted.kind;
  desk.close();
  document.title = `Speelveld: ${state.title}`;
  overview.search({ kind });
  if (remarks) {
    byId("meldingen").scrollIntoView({ block: "start", behavior: "instant" });
    byId("meldingen-kop").focus({ preventScroll: true });
  } else if (before) overview.focus(before.id);
  else if (kind && other) byId(`soort-${kind}`)?.focus();
  else if (other) scrollTo({ top: 0, behavior: "instant" });
}

function showSteps() {
  for (const [id, what, none] of [
    ["ongedaan", state.undo, "Er is niets terug te zetten."],
    ["opnieuw", state.redo, "Er is niets opnieuw te doen."],
  ]) {
    byId(id).setAttribute("aria-disabled", String(!what));
    byId(id).title = what || none;
    byId(`${id}-wat`).textContent = what || none;
  }
}

function showRemarks() {
  const mistakes = state.remarks.filter((remark) => remark.kind === "mistake").length;
  const all = counted(state.remarks.length, "melding", "meldingen");
  byId("naar-meldingen").textContent = mistakes ? `${all}, waarvan ${counted(mistakes, "fout", "fouten")}` : all;
  byId("naar-meldingen").classList.toggle("mistake", mistakes > 0);
  byId("geen-meldingen").hidden = state.remarks.length > 0;
  fill(byId("meldingen-lijst"), hrefOf);
  overview.mark();
}

// Until there are cards: that they are made, or why they cannot be.
function showWaiting() {
  const wrong = state.remarks.some((remark) => remark.kind === "mistake");
  byId("bezig").hidden = state.kinds.length > 0 || state.broken.length > 0;
  if (!wrong || byId("bezig").hidden) return;
  const link = make("a", { href: "#meldingen" }, "Bekijk wat er moet veranderen");
  byId("bezig").replaceChildren(`Er zijn nog geen kaarten: in ${state.file} of ernaast staat een fout. `, link, ".");
}

let alarmed = "";
function showAlarm() {
  const now = state.broken.join("\n");
  if (now === alarmed) return;
  alarmed = now;
  const alarm = byId("alarm");
  alarm.hidden = !now;
  const told = `${state.file} is nu niet te gebruiken. U ziet de laatste goede kaarten. Er wordt niets overschreven.`;
  alarm.replaceChildren(make("p", {}, make("strong", {}, told)), ...state.broken.map((line) => make("p", {}, line)));
}

// What was typed, could not be saved, and is of no card that is in view.
function showUnsaved() {
  const left = unsaved().filter((field) => field.wrong);
  byId("onbewaard").hidden = !left.length;
  if (!left.length) return;
  const links = left.map((field) => make("li", {}, field.at ? make("a", { href: field.at }, field.name) : field.name));
  const again = byId("onbewaard").querySelector("button") ?? make("button", { type: "button", onclick: saveAll }, "Probeer opnieuw te bewaren");
  const why = [...new Set(left.map((field) => field.wrong))].map((each) => make("p", {}, each));
  const told = make("p", {}, make("strong", {}, "Nog niet bewaard:"));
  if (!again.isConnected) byId("onbewaard").replaceChildren(again);
  while (byId("onbewaard").firstChild !== again) byId("onbewaard").firstChild.remove();
  again.before(told, make("ul", {}, ...links), ...why);
}

// The fonts of the kit; drawings name them by what is in them, so that old ones stay as good as they were.
function useFonts(name) {
  const href = `/fonts.css?${name}`;
  if (byId("letters").getAttribute("href") !== href) byId("letters").setAttribute("href", href);
}

// News that comes while all is asked for is of use after that.
let waiting = null;

function news(message) {
  if (waiting) waiting.push(message);
  else hear(message);
}

function hear(message) {
  const before = JSON.stringify(state.remarks);
  const wasBroken = state.broken.length > 0;
  take(message);
  if (message.fonts && isNewer("fonts", message.number)) useFonts(message.fonts);
  const ids = Object.keys(message.faces ?? {});
  if (message.kinds) overview.build();
  else overview.refresh(ids);
  showWaiting();
  byId("titel").textContent = state.title;
  showSteps();
  showAlarm();
  if (message.kinds || JSON.stringify(state.remarks) !== before) showRemarks();
  desk.refresh(ids);
  if (message.say) say(message.say);
  if (message.kinds && !desk.open) go();
  if (wasBroken && !state.broken.length) saveAll();
}

async function everything() {
  waiting = [];
  try {
    const kit = await get("/api/kit");
    for (const [name, on] of Object.entries(kit.ways)) {
      wishes[name] = on;
      byId(name).checked = on;
    }
    hear(kit);
  } finally {
    const came = waiting;
    waiting = null;
    for (const message of came) hear(message);
  }
  saveAll();
}

// Try again what could not be saved.
function saveAll() {
  for (const field of unsaved()) field.save();
}

function onClick(id, act) {
  byId(id).addEventListener("click", async () => {
    try {
      await act();
    } catch (error) {
      failed(error);
    }
  });
}

function fit() {
  overview.fit();
  desk.fit();
}

function trueSize() {
  const ruler = byId("ijk");
  size.mm = Number(localStorage.getItem("mm")) || size.mm;
  const show = () => {
    size.mm = ruler.value / BANK_CARD.w;
    byId("ijkpas").style.width = `${ruler.value}px`;
    byId("ijkpas").style.height = `${size.mm * BANK_CARD.h}px`;
    byId("ijk-getal").textContent = `Eén centimeter is nu ${Math.round(size.mm * 10)} puntjes op dit scherm.`;
    localStorage.setItem("mm", size.mm);
    fit();
  };
  ruler.addEventListener("input", show);
  onClick("ijken", () => {
    ruler.value = Math.round(size.mm * BANK_CARD.w);
    show();
    byId("ijkbord").showModal();
  });
}

function ways() {
  byId("zoom").addEventListener("change", (event) => {
    size.choice = event.target.value;
    fit();
  });
  byId("grijs").addEventListener("change", (event) => {
    document.body.classList.toggle("grey", event.target.checked);
  });
  for (const name of Object.keys(wishes)) {
    byId(name).addEventListener("change", async (event) => {
      wishes[name] = event.target.checked;
      say("De kaarten worden opnieuw gemaakt…");
      try {
        await post("/api/ways", wishes);
        say(wishes.vellen ? "U ziet de vellen. Schrijven doet u op de kaarten." : "De kaarten staan er.");
      } catch (error) {
        failed(error);
      }
    });
  }
  addEventListener("resize", fit);
}

function search() {
  const form = byId("zoeken");
  let pending;
  const find = () => {
    clearTimeout(pending);
    const count = overview.search({ words: byId("zoek").value, remarksOnly: byId("melding").checked });
    whisper(counted(count, "kaart of bladzijde gevonden", "kaarten en bladzijden gevonden"));
    // What is found is seen in the overview.
    if (desk.open || !byId("meldingen").hidden) location.hash = "#overzicht";
  };
  form.addEventListener("input", () => {
    clearTimeout(pending);
    pending = setTimeout(find, 120);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    find();
  });
}

function keys() {
  document.addEventListener("keydown", (event) => {
    const key = event.key.toLowerCase();
    const control = (event.ctrlKey || event.metaKey) && !event.altKey;
    const writing = event.target.matches("textarea, select, input:not([type='checkbox'], [type='range'])");
    if (!control || (key !== "z" && key !== "y") || writing) return;
    event.preventDefault();
    byId(key === "y" || event.shiftKey ? "opnieuw" : "ongedaan").click();
  });
}

// Small screens begin with the cards; what is sticky hides nothing that one goes to.
function room() {
  const top = document.querySelector(".top");
  new ResizeObserver(() => {
    document.documentElement.style.setProperty("--top", `${top.offsetHeight}px`);
  }).observe(top);
  for (const id of ["index", "kijken"]) byId(id).open = !NARROW.matches;
}

// The page goes away: what was typed goes to the file first.
function leaving() {
  addEventListener("pagehide", () => {
    for (const field of unsaved()) field.sendOff();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") saveAll();
  });
  addEventListener("beforeunload", (event) => {
    if (unsaved().some((field) => field.wrong)) event.preventDefault();
  });
}

const REACH = {
  stopped: "Het programma is gestopt. Wat bewaard is, staat in uw bestand. U kunt deze bladzijde sluiten.",
  silent: "Het programma geeft geen antwoord. Wat u typt, blijft op deze bladzijde staan. Die probeert het opnieuw.",
  strange: "Het programma is opnieuw gestart. Open het nieuwe adres. Kopieer eerst wat nog niet bewaard is.",
};

// What a browser of before 2022 lacks: then the page does not begin, and `old.js` says so.
if (!HTMLDialogElement.prototype.showModal || !Element.prototype.replaceChildren) throw new Error("too old");

addEventListener("hashchange", go);
onClick("ongedaan", () => post("/api/undo"));
onClick("opnieuw", () => post("/api/redo"));
onClick("hulp", () => byId("hulpbord").showModal());
onClick("stop", async () => {
  await Promise.all(unsaved().map((field) => field.save()));
  if (!unsaved().length) await post("/api/stop");
  else say("Er is nog tekst die niet bewaard is. Bewaar die eerst, of haal hem weg met Esc.", { stays: true });
});
room();
trueSize();
ways();
search();
keys();
leaving();
listen(news, (how) => {
  if (how) {
    say(REACH[how], { stays: true });
    return;
  }
  byId("stand").replaceChildren();
  everything().catch(failed);
});
document.documentElement.dataset.begonnen = "";
showWaiting();
