// Elements out of names and texts; a text is never read as HTML.

export function make(name, attributes = {}, ...content) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...content.filter((part) => part !== null && part !== undefined && part !== ""));
  return element;
}

// A picture as the program drew it: parsed as XML, so that nothing in it runs and nothing is guessed.
export function drawn(svg) {
  const parsed = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  if (parsed.localName !== "svg") throw new Error("this is no picture");
  const element = document.importNode(parsed, true);
  element.setAttribute("aria-hidden", "true");
  element.setAttribute("focusable", "false");
  return element;
}

export const byId = (id) => document.getElementById(id);

let pending;
// Says something to who listens, once there is a pause.
export function whisper(text) {
  clearTimeout(pending);
  pending = setTimeout(() => {
    byId("whisper").textContent = text;
  }, 900);
}

export const counted = (count, one, more) => `${count} ${count === 1 ? one : more}`;
