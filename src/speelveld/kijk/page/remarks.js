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

export function fill(list, hrefOf) {
  list.replaceChildren(
    ...state.remarks.map((remark) => {
      const face = state.faces.get(remark.faces[0]);
      const link = face ? make("a", { href: hrefOf(face, remark.field) }, `Ga naar ${face.title}`) : null;
      return make("li", {}, shown(remark), link);
    }),
  );
}
