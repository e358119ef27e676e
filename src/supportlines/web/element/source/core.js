import { wishOf } from "./answering.js";
import { viewOf } from "./blocks.js";
import { behind, elements, fileAt, lookAgain, lookSoon, now, write } from "./page.js";

/** Return that nothing is shown, and the state. */
const nothing = (state) => [[[, , , , { state }]]];

/**
 * Support lines that say whether somebody answers now, and what to press.
 *
 * What is inside stays as it was served; the element adds what holds at this instant, and takes it
 * back where that is not known.
 *
 * @element support-lines
 */
class SupportLines extends HTMLElement {
  #state;
  #told;

  connectedCallback() {
    new MutationObserver(lookSoon).observe(this, { attributes: true });
    elements.add(this);
    this.part("live").role = "status";
    this.part("now");
    lookSoon();
  }

  disconnectedCallback() {
    elements.delete(this);
  }

  /** Return the node in which something is said; it is made where it was not served. */
  part(name) {
    const found = this.querySelector(".sl-" + name) ?? document.createElement("div");
    if (!found.className) this.prepend(found);
    found.className ||= "sl-" + name;
    return found;
  }

  /** Return what an attribute says of the caller or of the page. */
  said(name) {
    return this.getAttribute("facet-" + name) || this.getAttribute(name.replace("_", "-"));
  }

  /** Return an option of a picker, or nothing of it. */
  option(selector) {
    return this.querySelector(selector) ?? {};
  }

  /** Learn what is said, and what makes a difference in a country. */
  ask() {}

  /** Show what holds now; called whenever that may be something else. */
  refresh() {
    let view;
    try {
      view = this.view();
    } catch {
      view = nothing("unknown"); // the files are not what they should be
    }
    const [nodes, options = []] = view;
    const [[, , news, , { state }]] = nodes;
    write(this.part("now"), nodes);
    if (news) {
      // What holds when the page is opened is no news.
      if (this.#state && this.#state !== state) write(this.part("live"), news.slice(0, 2));
      this.#state = state;
    }
    // Who watches it is not told of nothing; who takes it away is not heard.
    if (this.getAttribute("state") !== state) this.setAttribute("state", state);
    const detail = { state, options };
    const told = JSON.stringify([detail, !behind]);
    if (told !== this.#told) {
      this.#told = told;
      this.dataset.clock = behind ? "corrected" : "own";
      this.dispatchEvent(new CustomEvent("support-lines-change", { bubbles: true, detail }));
    }
  }

  view() {
    const { timeZone: zone } = Intl.DateTimeFormat().resolvedOptions();
    const inZone = ` [data-zones~="${zone}"]`;
    const country = this.said("country") || this.option("[name=country]" + inZone).value;
    const from = this.said("calling_from") || this.option("form" + inZone).value || country;
    const languages = this.said("languages");
    const said = {
      __proto__: null, // an ask may be called as something that every object has
      country, languages, "calling-from": from, calling_from: from !== country && from,
      time_zone: this.said("time_zone") || zone,
    };
    this.ask(said);
    if (!country) return nothing("unknown");
    const folder = (this.said("directory") ?? "").replace(/[^/]$/, "$&/");
    const own = this.said("words");
    const files = [
      fileAt(`${folder}lines/${country}.json`),
      fileAt(`${folder}words/${this.said("locale") ?? "en"}.json`),
      own ? fileAt(own) : { data: {} },
    ];
    const [feed, theirs, ours] = files.map(({ data }) => data);
    if (!(feed && theirs && ours)) {
      return nothing(files.some(({ failed }) => failed) ? "unknown" : "loading");
    }
    const words = { ...theirs, ...ours, until: theirs.until };
    for (const { name } of feed.asks) said[name] ??= this.said(name);
    this.ask(said, feed.asks, words);
    return viewOf(
      feed, words, said,
      ((languages || navigator.languages.join()).match(/[\w-]+/g) ?? []).map(wishOf),
      from, this.option(`[name=calling-from] [value="${from}"]`).dataset?.prefix,
      zone, now, lookAgain,
    );
  }
}

export { SupportLines };
