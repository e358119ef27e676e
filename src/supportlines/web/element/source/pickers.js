import { saying } from "./blocks.js";
import { SupportLines } from "./core.js";
import { write } from "./page.js";
import { rowText, within } from "./wording.js";

/**
 * Show what is said in the pickers: the `<select>`s of the form inside, which is hidden until there
 * is a script. What is chosen is written into the attribute of its name. What has no title is asked
 * there, or not at all.
 */
SupportLines.prototype.ask = function (said, asks, words) {
  const form = this.querySelector("form");
  if (!form) return;
  form.hidden = false;
  form.onchange = ({ target: { name, value } }) => this.setAttribute(name, value);
  if (asks) {
    write(
      form.querySelector(":scope > div") ?? form.appendChild(document.createElement("div")),
      asks.map(({ name, title = words[name], groups, replies, default: usual }) =>
        ["label", name, title && [
          saying(words, "span", "ask", within(title, words)),
          ["select", name, [
            [
              "option", "", !usual && words.not_said,
              { value: "", lang: words.lang, dir: words.lang_dir },
            ],
            ...(replies ?? groups.join("|").split("|").sort().map((part) => [part])).map(
              ([value, text = value === "*" ? ["other_part"] : value]) =>
                ["option", value, rowText(text, words), { value }],
            ),
          ], { name: "facet-" + name }],
        ]]),
    );
  }
  for (const select of form.querySelectorAll("select")) {
    const value = said[select.name.replace("facet-", "")] ?? select[0].value;
    if (select.value !== value) select.value = value;
    select.selectedIndex = Math.max(select.selectedIndex, 0); // what is not listed is not said
  }
};
