// The page: starts, shows where one is, and passes on what changes.

import { get, listen, post } from "./ask.js";
import { Desk } from "./desk.js";
import { byId, counted, make, whisper } from "./dom.js";
import { Overview, hrefOf } from "./overview.js";
import { size } from "./picture.js";
import { fill } from "./remarks.js";
import { state, take } from "./state.js";

// A bank card, in millimetres: ISO/IEC 7810, ID-1.
const BANK_CARD = { w: 85.6, h: 53.98 };

const wishes = { inktarm: false, vellen: false };

const say = (text) => {
  byId("stand").textContent = text;
};

function failed(error) {
  say(`${error.message} Wat u typte, staat nog op deze bladzijde.`);
}

const overview = new Overview(byId("overzicht"), byId("soorten"));
const desk = new Desk(byId("werkplek"), say, failed);

// Go where the address points to, behind '#'.
function go() {
  const place = location.hash.slice(1);
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
  desk.close();
  document.title = `Speelveld: ${state.title}`;
  if (remarks) byId("meldingen-kop").focus();
  else if (place.startsWith("soort-")) byId(place)?.focus();
  else if (before) overview.focus(before.id);
}

function showState(ids) {
  byId("titel").textContent = state.title;
  for (const [id, what, none] of [
    ["ongedaan", state.undo, "Er is niets terug te zetten."],
    ["opnieuw", state.redo, "Er is niets opnieuw te doen."],
  ]) {
    byId(id).setAttribute("aria-disabled", String(!what));
    byId(id).title = what || none;
  }
  const mistakes = state.remarks.filter((remark) => remark.kind === "mistake").length;
  const all = counted(state.remarks.length, "melding", "meldingen");
  byId("naar-meldingen").textContent = mistakes ? `${all}, waarvan ${counted(mistakes, "fout", "fouten")}` : all;
  fill(byId("meldingen-lijst"), hrefOf);
  const alarm = byId("alarm");
  alarm.hidden = !state.broken.length;
  const told = `${state.file} is nu niet te gebruiken. U ziet de laatste goede kaarten. Er wordt niets overschreven.`;
  alarm.replaceChildren(make("p", {}, make("strong", {}, told)), ...state.broken.map((line) => make("p", {}, line)));
  overview.refresh(ids);
  desk.refresh(ids);
}

// The fonts of the kit; drawings name them by what is in them, so that old ones stay as good as they were.
function useFonts(name) {
  const href = `/fonts.css?${name}`;
  if (name && byId("letters").getAttribute("href") !== href) byId("letters").setAttribute("href", href);
}

function news(message) {
  take(message);
  useFonts(message.fonts);
  if (message.kinds) overview.build();
  byId("bezig").hidden = state.kinds.length > 0 || state.broken.length > 0;
  showState(Object.keys(message.faces ?? {}));
  if (message.say) say(message.say);
  if (message.kinds && location.hash) go();
}

async function everything() {
  const kit = await get("/api/kit");
  for (const [name, on] of Object.entries(kit.ways)) {
    wishes[name] = on;
    byId(name).checked = on;
  }
  news(kit);
}

function onClick(id, act) {
  byId(id).addEventListener("click", async () => {
    if (byId(id).getAttribute("aria-disabled") === "true") {
      say(byId(id).title);
      return;
    }
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
        say(wishes.vellen ? "U ziet de vellen. Schrijven doet u op de kaarten." : "");
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
    const remarksOnly = form.elements.toon.value === "melding";
    const count = overview.search({ words: byId("zoek").value, remarksOnly });
    whisper(counted(count, "kaart of bladzijde gevonden", "kaarten en bladzijden gevonden"));
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
    if (!control || (key !== "z" && key !== "y") || event.target.matches("input, textarea, select")) return;
    event.preventDefault();
    byId(key === "y" || event.shiftKey ? "opnieuw" : "ongedaan").click();
  });
}

addEventListener("hashchange", go);
onClick("ongedaan", () => post("/api/undo"));
onClick("opnieuw", () => post("/api/redo"));
onClick("hulp", () => byId("hulpbord").showModal());
onClick("stop", () => post("/api/stop"));
trueSize();
ways();
search();
keys();
listen(news, (how) => {
  if (how === "stopped") {
    say("Het programma is gestopt. Wat bewaard is, staat in uw bestand. U kunt deze bladzijde sluiten.");
  } else if (how === "silent") {
    say("Het programma geeft even geen antwoord. De bladzijde probeert het opnieuw.");
  } else {
    everything().catch(failed);
  }
});
