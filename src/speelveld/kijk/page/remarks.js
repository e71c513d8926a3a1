// Remarks: what is wrong, where, and what to do.

import { make } from "./dom.js";
import { state } from "./state.js";

const NAMES = { mistake: "Fout", warning: "Let op", language: "Taal" };

export function shown(remark, { place = true } = {}) {
  const lines = [make("strong", {}, `${NAMES[remark.kind]}: `), remark.message];
  if (remark.hint) lines.push(make("br"), `Zo lost u het op: ${remark.hint}.`);
  if (place && remark.place) lines.push(make("br"), make("span", { class: "place" }, remark.place));
  return make("p", { class: remark.kind === "mistake" ? "remark mistake" : "remark" }, ...lines);
}

// All of them, with a link to the first card of each; who stands on a link stays there.
export function fill(list, hrefOf) {
  const held = [...list.querySelectorAll("a")].indexOf(document.activeElement);
  list.replaceChildren(
    ...state.remarks.map((remark) => {
      const face = remark.faces.map((id) => state.faces.get(id)).find(Boolean);
      const link = face ? make("a", { href: hrefOf(face, remark.field) }, `Ga naar ${face.title}`) : null;
      return make("li", {}, shown(remark), link);
    }),
  );
  list.querySelectorAll("a")[held]?.focus({ preventScroll: true });
}
