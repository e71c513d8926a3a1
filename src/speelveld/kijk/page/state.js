// What there is: the kinds with their faces, the fields of the casus and the remarks; kept up to date by the program.

export const state = { kinds: [], faces: new Map(), fields: new Map(), remarks: [], undo: "", redo: "", broken: [] };

const PLAIN = ["title", "file", "remarks", "undo", "redo", "broken"];

// The number of what was last told of each thing. All that the program tells has one, and what is later a higher one; an
// answer may come in behind news that is newer.
const told = new Map();

// Whether this is no older than what is known of something; it is what is known from now on.
export function isNewer(what, number) {
  if (number < (told.get(what) ?? 0)) return false;
  told.set(what, number);
  return true;
}

export function take(news) {
  const { number } = news;
  for (const name of PLAIN) if (name in news && isNewer(name, number)) state[name] = news[name];
  if (news.kinds && isNewer("kinds", number)) takeKinds(news.kinds, number);
  for (const [id, changes] of Object.entries(news.faces ?? {})) {
    const face = state.faces.get(id);
    if (face && number >= (told.get("kinds") ?? 0) && isNewer(`face ${id}`, number)) Object.assign(face, changes);
  }
  if (news.fields && isNewer("fields", number)) {
    const others = [...state.fields].filter(([, field]) => field.deck);
    state.fields = new Map([...Object.entries(news.fields), ...others]);
  }
  for (const [key, room] of Object.entries(news.rooms ?? {})) {
    const field = state.fields.get(key);
    if (field && number >= (told.get("fields") ?? 0) && isNewer(`room ${key}`, number)) field.room = room;
  }
}

function takeKinds(kinds, number) {
  const before = state.faces;
  // Of a face that was told of since, that counts. Where its texts stand is asked when it is opened.
  const known = (face) => {
    const old = before.get(face.id);
    const kept = old && number < (told.get(`face ${face.id}`) ?? 0) ? old : face;
    return { ...kept, spots: old?.spots ?? [] };
  };
  state.kinds = kinds.map((kind) => ({ ...kind, faces: kind.faces.map(known) }));
  state.faces = new Map(state.kinds.flatMap((kind) => kind.faces).map((face) => [face.id, face]));
}

// Take where the texts of a face stand, and what is known of those that are not of the casus.
export function place(id, { number, spots, fields = {} }) {
  const face = state.faces.get(id);
  if (face && isNewer(`spots ${id}`, number)) face.spots = spots;
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
