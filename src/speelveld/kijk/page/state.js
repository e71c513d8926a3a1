// What there is: the kinds with their faces, the fields of the casus and the remarks; kept up to date by the program.

export const state = { kinds: [], faces: new Map(), fields: new Map(), remarks: [], undo: "", redo: "", broken: [] };

const PLAIN = ["title", "file", "remarks", "undo", "redo", "broken"];

export function take(news) {
  for (const name of PLAIN) if (name in news) state[name] = news[name];
  if (news.kinds) {
    state.kinds = news.kinds;
    const faces = news.kinds.flatMap((kind) => kind.faces);
    const before = state.faces;
    // Where the texts of a face stand is asked when it is opened.
    state.faces = new Map(faces.map((face) => [face.id, { spots: before.get(face.id)?.spots ?? [], ...face }]));
  }
  for (const [id, changes] of Object.entries(news.faces ?? {})) {
    const face = state.faces.get(id);
    // Names of pictures count up: what was told before all was asked for may come after it.
    if (face && Number(changes.picture) >= Number(face.picture)) Object.assign(face, changes);
  }
  if (news.fields) {
    const others = [...state.fields].filter(([, field]) => field.deck);
    state.fields = new Map([...Object.entries(news.fields), ...others]);
  }
  for (const [key, room] of Object.entries(news.rooms ?? {})) {
    const field = state.fields.get(key);
    if (field) field.room = room;
  }
}

// Take where the texts of a face stand, and what is known of those that are not of the casus.
export function place(id, { spots, fields = {} }) {
  const face = state.faces.get(id);
  if (face) face.spots = spots;
  for (const [key, field] of Object.entries(fields)) state.fields.set(key, field);
}

export const remarksOn = (face) => state.remarks.filter((remark) => remark.faces.includes(face.id));
export const remarksAt = (key) => state.remarks.filter((remark) => remark.field === key);

// How bad the worst of some remarks is: '', 'warning' or 'mistake'.
export function severity(remarks) {
  if (remarks.some((remark) => remark.kind === "mistake")) return "mistake";
  return remarks.length ? "warning" : "";
}

// The fields of a face: those that can be read on it, in order, and what else its card has that can be changed here.
export function fieldsOf(face) {
  const shown = [...new Set(face.spots.map((spot) => spot.field))].filter((key) => state.fields.has(key));
  const others = [...state.fields]
    .filter(([key, field]) => face.card && field.card === face.card && !field.fixed && !shown.includes(key))
    .map(([key]) => key);
  const own = shown.filter((key) => !state.fields.get(key).deck);
  return { own, others, deck: shown.filter((key) => state.fields.get(key).deck) };
}

export function matcher(words, remarksOnly) {
  const needle = words.trim().toLocaleLowerCase("nl");
  return (face) =>
    (!needle || `${face.title} ${face.text}`.toLocaleLowerCase("nl").includes(needle)) &&
    (!remarksOnly || remarksOn(face).length > 0);
}
