import { wishOf } from "./answering.js";
import { saying, viewOf } from "./blocks.js";
import { elements, fileAt, lookAgain, wakeSoon, write } from "./page.js";

/** Set an attribute where it is another one: who watches it is not told of nothing. */
const set = (node, name, value) => {
  if (node.getAttribute(name) !== value) node.setAttribute(name, value);
};

/**
 * Support lines that say whether somebody answers now, and what to press.
 *
 * What is inside stays as it was served; the element adds what holds at this instant, and takes it
 * back where that is not known.
 *
 * @element support-lines
 */
class SupportLines extends HTMLElement {
  #live;
  #now;
  #state;
  #told;
  #watcher = new MutationObserver(wakeSoon);

  connectedCallback() {
    const part = (name) => {
      const found = this.querySelector(".sl-" + name) ?? document.createElement("div");
      found.className = "sl-" + name;
      if (!found.parentNode) this.prepend(found);
      return found;
    };
    this.#live ??= part("live");
    this.#live.setAttribute("role", "status");
    this.#now ??= part("now");
    this.#watcher.observe(this, { attributes: true });
    elements.add(this);
    wakeSoon();
  }

  disconnectedCallback() {
    elements.delete(this);
  }

  /** Return what an attribute says of the caller or of the page. */
  said(name) {
    return this.getAttribute("facet-" + name) ?? this.getAttribute(name);
  }

  /** Learn what is said, and what makes a difference in a country. */
  ask() {}

  /** Show what holds at an instant; called whenever that may be something else. */
  refresh(at, behind) {
    let view;
    try {
      view = this.#viewAt(at);
    } catch {
      view = { state: "unknown" }; // the files are not what they should be
    }
    const { state, news, nodes = [], options = [] } = view;
    write(this.#now, nodes);
    if (news) {
      // What holds when the page is opened is none.
      if (this.#state && this.#state !== state) write(this.#live, [news]);
      this.#state = state;
    }
    set(this, "data-clock", behind ? "corrected" : "own");
    set(this, "state", state);
    const told = JSON.stringify([state, options]);
    if (told !== this.#told) {
      this.#told = told;
      const detail = { state, options };
      this.dispatchEvent(new CustomEvent("support-lines-change", { bubbles: true, detail }));
    }
  }

  #viewAt(at) {
    const { timeZone: zone } = Intl.DateTimeFormat().resolvedOptions();
    const homeIn = (picker) => this.querySelector(`${picker} [data-zones~="${zone}"]`)?.value;
    const country = this.said("country") || homeIn("[name=country]");
    const from = this.said("calling-from") || homeIn("form") || country;
    const languages = this.said("languages");
    const said = {
      country, languages, "calling-from": from, calling_from: from !== country && from,
      time_zone: this.said("time_zone") || this.said("time-zone") || zone,
    };
    this.ask(said);
    if (!country) return { state: "unknown" };
    const folder = (this.said("directory") ?? "").replace(/[^/]$/, "$&/");
    const own = this.said("words");
    const files = [
      fileAt(`${folder}lines/${country}.json`, "no-cache"),
      fileAt(`${folder}words/${this.said("locale") ?? "en"}.json`),
      own ? fileAt(own) : { data: {} },
    ];
    const [feed, theirs, ours] = files.map(({ data }) => data);
    if (!(feed && theirs && ours)) {
      return { state: files.some(({ failed }) => failed) ? "unknown" : "loading" };
    }
    const words = { ...theirs, ...ours, say: { ...theirs.say, ...ours.say } };
    const stale = saying(words, "div", "state", words.say.stale);
    if (at < feed.from || at >= feed.until) return { state: "stale", news: stale, nodes: [stale] };
    lookAgain(feed.until);
    for (const { name, groups, default: usual } of feed.asks) {
      said[name] ??= this.said(name) ?? groups[usual - 1]?.[0];
    }
    this.ask(said, feed.asks, words);
    const wishes = (languages || navigator.languages.join()).split(/[\s,]+/).map(wishOf);
    const view = viewOf(feed, words, said, wishes.filter(Boolean), from, zone, at);
    for (const look of view.looks) if (look > at) lookAgain(look);
    return view;
  }
}

export { SupportLines };
