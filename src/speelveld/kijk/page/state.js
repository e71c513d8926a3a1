// What there is: the kinds with their faces, the fields of the casus and the remarks; kept up to date by the program.

export const state = { kinds: [], faces: new Map(), fields: new Map(), remarks: [], undo: "", redo: "", broken: [] };

const PLAIN = ["title", "file", "remarks", "undo", "redo", "broken"];

export function take(news) {
  for (const name of PLAIN) if (name in news) state[name] = news[name];
  if (news.kinds) {
    state.kinds = news.kinds;
    const faces = news.kinds.flatMap((kind) => kind.faces);
    // Where the texts of a face stand is asked when it is opened.
    state.faces = new Map(faces.map((face) => [face.id, Object.assign(face, { spots: [] })]));
  }
  for (const [id, changes] of Object.entries(news.faces ?? {})) {
    const face = state.faces.get(id);
    if (face) Object.assign(face, changes);
  }
  if (news.fields) {
    const others = [...state.fields].filter(([, field]) => field.deck);
    state.fields = new Map([...Object.entries(news.fields), ...others]);
  }
}

// Take where the texts of a face stand, and what is known of those that are not of the casus.
export function place(face, { spots, fields = {} }) {
  face.spots = spots;
  for (const [key, field] of Object.entries(fields)) state.fields.set(key, field);
}

export const remarksOn = (face) => state.remarks.filter((remark) => remark.faces.includes(face.id));
export const remarksAt = (key) => state.remarks.filter((remark) => remark.field === key);

// How bad the worst of some remarks is: '', 'warning' or 'mistake'.
export function severity(remarks) {
  if (remarks.some((remark) => remark.kind === "mistake")) return "mistake";
  return remarks.length ? "warning" : "";
}

// The fields of a face: first those that can be read on it, in order, then what else its card has.
export function fieldsOf(face) {
  const shown = face.spots.map((spot) => spot.field);
  const others = [...state.fields].filter(([, field]) => face.card && field.card === face.card).map(([key]) => key);
  return [...new Set([...shown, ...others])].filter((key) => state.fields.has(key));
}

export function matcher(words, remarksOnly) {
  const needle = words.trim().toLocaleLowerCase("nl");
  return (face) =>
    (!needle || `${face.title} ${face.text}`.toLocaleLowerCase("nl").includes(needle)) &&
    (!remarksOnly || remarksOn(face).length > 0);
}
