import { saying } from "./blocks.js";
import { SupportLines } from "./core.js";
import { write } from "./page.js";
import { within } from "./wording.js";

/**
 * Support lines of which the visitor can choose: country, language, and what makes a difference.
 *
 * The pickers are the `<select>`s of the form inside, which is hidden until there is a script. What
 * is chosen is written into the attribute of its name.
 */
class ChosenSupportLines extends SupportLines {
  #asks = document.createElement("div");
  #form;

  connectedCallback() {
    this.#form = this.querySelector("form");
    if (this.#form) {
      this.#form.hidden = false;
      this.#form.append(this.#asks);
      this.#form.onchange = ({ target: { name, value } }) => this.setAttribute(name, value);
    }
    super.connectedCallback();
  }

  ask(said, asks, words) {
    if (asks) {
      const chosen = asks.filter(({ sets, name }) => !sets && name !== "calling_from");
      write(this.#asks, chosen.map(({ name, title, groups, names = {}, default: usual }) =>
        ["label", name, {}, [
          saying(words, "span", "ask", within(title, words) ?? words.say[name]),
          ["select", name, { name: "facet-" + name }, [
            ...(usual ? [] : [["option", "", { textContent: words.say.not_said, value: "" }]]),
            ...groups.flat().map((value) =>
              ["option", value, { textContent: within(names[value], words) ?? value, value }]),
          ]],
        ]]));
    }
    for (const select of this.querySelectorAll("form select")) {
      const value = said[select.name.replace("facet-", "")] ?? "";
      if (select.value !== value) select.value = value;
    }
  }
}

export { ChosenSupportLines };
