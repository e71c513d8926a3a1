// What is asked of the program, and what it tells by itself.

export class Refused extends Error {
  constructor(status, answer) {
    super(answer?.message ?? "Het programma geeft geen antwoord.");
    this.status = status;
    this.answer = answer ?? {};
  }
}

async function answer(promise) {
  let got;
  try {
    got = await promise;
  } catch {
    throw new Refused(0);
  }
  const json = (got.headers.get("content-type") ?? "").startsWith("application/json");
  const content = json ? await got.json() : await got.text();
  if (!got.ok) throw new Refused(got.status, json ? content : { message: content });
  return content;
}

export const get = (path) => answer(fetch(path, { cache: "no-store" }));

// What this page is called, so that what it tries goes when it goes.
export const page = String(Math.random()).slice(2);

export const post = (path, content = {}, how = {}) =>
  answer(
    fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(content),
      ...how,
    }),
  );

const pictures = new Map();
const MOST = 600;

// The picture of this name never changes, so that it is asked for once.
export function picture(name) {
  if (!pictures.has(name)) {
    const asked = answer(fetch(`/picture/${name}`));
    asked.catch(() => pictures.delete(name));
    pictures.set(name, asked);
    if (pictures.size > MOST) pictures.delete(pictures.keys().next().value);
  }
  return pictures.get(name);
}

// Tells `news` what changes, and `reach` whether the program can be reached: '', 'silent', 'stopped', or 'strange' when
// it is another run that answers.
export function listen(news, reach) {
  const stream = new EventSource(`/news?page=${page}`);
  stream.addEventListener("news", (event) => news(JSON.parse(event.data)));
  stream.addEventListener("stopped", () => {
    stream.close();
    reach("stopped");
  });
  stream.addEventListener("open", () => reach(""));
  stream.addEventListener("error", () => reach(stream.readyState === EventSource.CLOSED ? "strange" : "silent"));
}
