/**
 * What the elements of a page share: the clock, the files, one timer; and how nodes are written.
 */

/** Seconds by which a clock may differ from the server's. */
const TOLERANCE = 120;

/** Seconds after which a file that was not to be had is asked for again. */
const RETRY = 60;

/** Seconds after which everything is looked at again: no offset of a zone is finer. */
const QUARTER = 900;

/** The elements that are in the page. */
const elements = new Set();

/** What was asked for, by its address. */
const files = new Map();

/** Seconds by which the visitor's clock is behind the server's; 0 where it is right. */
let behind = 0;

/** The instant at which something may be different. */
let next;

let timer;
let isQueued;

const seconds = () => Date.now() / 1e3;

/** Look again at an instant, or before. */
const lookAgain = (at) => {
  next = Math.min(next, at);
};

/** Let all elements look at the clock, and again when something may be different. */
const wake = (event) => {
  clearTimeout(timer);
  isQueued = false;
  if (event?.type === "online") for (const file of files.values()) file.due = 0;
  const at = seconds() + behind;
  next = at + QUARTER - (at % QUARTER);
  for (const element of elements) element.refresh(at, behind);
  timer = setTimeout(wake, (next - behind - seconds()) * 1e3);
};

/** Do it once the page has done what it is at. */
const wakeSoon = () => {
  isQueued ||= !queueMicrotask(wake);
};

/**
 * Learn from an answer of the server how far off the visitor's clock is.
 *
 * What a cache kept says only that it is not earlier than that; what came over the network says
 * what time it is.
 */
const compareClocks = (headers, isFresh) => {
  const off = Date.parse(headers.get("date")) / 1e3 + +headers.get("age") - seconds();
  if (off > behind + TOLERANCE || (isFresh && off < behind - TOLERANCE)) {
    behind = Math.abs(off) > TOLERANCE ? off : 0;
  }
};

const load = async (file, path, cache) => {
  file.due = Infinity;
  try {
    const island = document.querySelector(`[data-support-lines="${path}"]`);
    let data;
    if (island) {
      data = JSON.parse(island.textContent);
    } else {
      const answer = await fetch(path, { cache });
      data = await answer.json();
      compareClocks(answer.headers, performance.getEntriesByName(answer.url).pop()?.transferSize);
      file.due = seconds() + (data.fresh_for ?? Infinity);
    }
    if (data.version !== 1) throw data;
    file.data = data;
  } catch {
    file.failed = true;
    file.due = seconds() + RETRY;
  }
  wakeSoon();
};

/**
 * Return a file as far as it is known: its `data`, or that it `failed`.
 *
 * However many elements want it, it is asked for once, and again when it is no longer fresh. A page
 * may have it in itself, as `<script type="application/json" data-support-lines="…">`.
 *
 * @param {string} path - its address, as from the page
 * @param {RequestCache} cache - how far a copy will do
 */
const fileAt = (path, cache) => {
  const file = files.get(path) ?? { due: 0 };
  files.set(path, file);
  if (file.due <= seconds()) load(file, path, cache);
  lookAgain(file.due + behind);
  return file;
};

/**
 * Write nodes below another one. What is there already is kept, and written where it differs;
 * what has the focus stays where it is, and keeps it.
 */
const write = (parent, specs) => {
  const old = [...parent.children];
  const isSomething = ([, , { textContent }, children = textContent]) => children?.length;
  const nodes = specs.filter(isSomething).map(([tag, name, properties, children]) => {
    const key = tag + name;
    const place = old.findIndex((node) => node.key === key);
    const node = place < 0 ? document.createElement(tag) : old.splice(place, 1)[0];
    node.key = key;
    node.className ||= "sl-" + name;
    for (const one in properties) if (node[one] !== properties[one]) node[one] = properties[one];
    if (children) write(node, children);
    return node;
  });
  for (const node of old) node.remove();
  const { activeElement } = parent.getRootNode();
  const fixed = nodes.findIndex((node) => node.contains(activeElement));
  if (nodes.every((node, i) => node === parent.children[i])) return;
  nodes.forEach((node, i) => {
    if (i < fixed) nodes[fixed].before(node);
    else if (i > fixed) parent.append(node);
  });
};

// After a sleep, a way back and a dead network timers are late.
for (const type of ["pageshow", "focus", "visibilitychange", "online"]) {
  addEventListener(type, wake);
}

export { elements, fileAt, lookAgain, wakeSoon, write };
