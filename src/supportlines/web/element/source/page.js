/**
 * What the elements of a page share: the clock, the files; and how nodes are written.
 */

/** Seconds by which a clock may differ from the server's; for half of them an answer is new. */
const TOLERANCE = 120;

/** Seconds before which no file is asked for again: also one that was not to be had. */
const RETRY = 60;

/** Seconds after which everything is looked at again: no offset of a zone is finer. */
const QUARTER = 900;

/** The elements that are in the page. */
const elements = new Set();

/** What was asked for, by its address. */
const files = new Map();

/** Seconds by which the visitor's clock is behind the server's; 0 where it is right. */
let behind = 0;

/** The instant that is looked at, by the corrected clock. */
let now;

/** The instant at which something may be different. */
let next;

const seconds = () => Date.now() / 1e3 + behind;

/** Look again at an instant that is to come, or before. */
const lookAgain = (at) => {
  if (at > now && at < next) next = at;
};

/** Look at the clock, and let all elements do so if something may be different. */
const look = () => {
  now = seconds();
  if (now >= next) {
    next = now - now % QUARTER + QUARTER;
    for (const element of elements) element.refresh();
  }
};

/** Let all elements look at the clock once the page has done what it is at. */
const lookSoon = () => {
  next = 0;
  queueMicrotask(look);
};

/** Look at the clock at each second: no sleep and no way back makes that late. */
const tick = () => {
  look();
  setTimeout(tick, 1e3 - Date.now() % 1e3);
};

/**
 * Read a file. Its header Date says how far off the visitor's clock is: what a cache kept, or was
 * long under way, only that it is not earlier than that; what came over the network, what time it
 * is. Who sleeps meanwhile reads on waking what was said before.
 */
const load = async (file, path) => {
  const asked = Date.now() / 1e3;
  file.due = Infinity;
  try {
    const island = document.querySelector(`[data-support-lines="${path}"]`);
    const answer = island || await fetch(path, { cache: "no-cache" });
    const data = island ? JSON.parse(island.textContent) : await answer.json();
    if (!island) {
      const heard = Date.now() / 1e3;
      const off = Date.parse(answer.headers.get("date")) / 1e3 + +answer.headers.get("age") - heard;
      const isNew = () => heard - asked < TOLERANCE / 2
        && performance.getEntriesByName(answer.url).pop()?.transferSize;
      if (off > behind || isNew()) behind = Math.abs(off) > TOLERANCE ? off : 0;
      file.due = asked + behind + Math.max(data.fresh_for, RETRY);
    }
    if (data.version !== 1 || answer.ok === false) throw data;
    file.data = data;
  } catch {
    file.failed = true;
    file.due = seconds() + RETRY;
  }
  lookSoon();
};

/**
 * Return a file as far as it is known: its `data`, or that it `failed`.
 *
 * However many elements want it, it is asked for once, and again when it is no longer fresh. A page
 * may have it in itself, as `<script type="application/json" data-support-lines="…">`.
 *
 * @param {string} path - its address, as from the page
 */
const fileAt = (path) => {
  const file = files.get(path) ?? { due: 0 };
  files.set(path, file);
  if (file.due <= seconds()) load(file, path);
  lookAgain(file.due);
  return file;
};

/**
 * Write nodes below another one. What is there already is kept, and written where it differs;
 * what has the focus stays where it is, and keeps it.
 */
const write = (parent, specs) => {
  const old = [...parent.children];
  let i = 0;
  for (const [tag, name, content, properties] of specs) {
    if (!content?.length) continue;
    const key = tag + name;
    const node = old.find((one, place) => one.key === key && old.splice(place, 1))
      ?? document.createElement(tag);
    const set = (values) => {
      for (const one in values) if (node[one] !== values[one]) node[one] = values[one];
    };
    set({ key, className: "sl-" + name, ...properties });
    if (content.map) write(node, content);
    else set({ textContent: content });
    for (let there; (there = parent.children[i]) !== node;) {
      if (node.matches(":focus-within")) parent.append(there);
      else parent.insertBefore(node, there ?? null);
    }
    i += 1;
  }
  for (const node of old) node.remove();
};

addEventListener("online", () => {
  for (const file of files.values()) file.due = 0;
  lookSoon();
});
lookSoon();
tick();

export { behind, elements, fileAt, lookAgain, lookSoon, now, write };
