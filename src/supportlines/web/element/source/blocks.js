/**
 * What is shown of an answer, as nodes. Pure: no clock, no page.
 *
 * A node is a list: its tag, its class (by which it is found again), its text or its children, its
 * properties. One without a text and without children is left out.
 */

import { answerFor, dialOf, isIn, optionsAt } from "./answering.js";
import { comingTo } from "./coming.js";
import { filled, listed, sentence, stateOf, within } from "./wording.js";

/** What may stand behind a link; anything else is shown as text. */
const LINK = /^(tel|sms|mailto|https):/;

/** Return a node with a sentence of the words, which may be in another language than the page. */
const saying = ({ lang, lang_dir: dir }, tag, name, text) => [tag, name, text, { lang, dir }];

/**
 * Return what an element shows at an instant: its nodes, and the options as programs see them.
 *
 * Behind a node of an option stands what programs are told of it, behind the first the state, and
 * then its desks. Its first two children are what is read aloud if the state is another one than
 * before.
 *
 * @param {object} said - of the caller, by the names of the asks
 * @param {string[]} wishes - keys of languages, the best first
 * @param {string} from - the country in which the phone stands
 * @param {string} prefix - what goes before a number of another country there
 * @param {string} zone - of the visitor
 * @param {number} at - seconds since 1970
 * @param {Function} look - called with instants at which something may be different
 */
const viewOf = (feed, words, said, wishes, from, prefix, zone, at, look) => {
  const read = (text) => within(text, words);
  const told = (name, text, tag = "p") => saying(words, tag, name, text);

  /** Return what is shown where there is no option. */
  const only = (state, row = [state]) =>
    ["div", "none", [told("state", sentence(row, words))], {}, { state }];
  const until = Math.min(feed.until, words.until);
  look(until);
  if (!(at >= feed.from && at < until)) return [[only("stale")]];

  const [choice, place, ...tracks] = answerFor(feed, said, wishes);
  const clock = feed.clocks[place];
  const [zones] = clock;
  const { notes, waiting, withheld = [], ...offered } = feed.choices[choice];

  /** Return a list of rows, each a text of the directory or a sentence. */
  const rowsOf = (tag, name, rows = []) => [tag, name + "s", rows.map((row) =>
    (Array.isArray(row) ? told(name, sentence(row, words), "li") : ["li", name, read(row)]))];

  /** Return the nodes of options. */
  const shown = (key) => optionsAt(
    feed, offered[key] ?? [], tracks, wishes, at, look,
  ).map((option) => {
    const { channel = "phone", languages = [], line, tag, track } = option;
    const [state, , , , , , , because] = option.told;
    const [contact, uri, cost, note] = dialOf(feed, option, from, prefix);
    const dial = read(contact);
    const name = read(option.name);
    const number = [["bdi", "number", dial]];
    return [
      "div", line + languages, [
        ["p", "name", name],
        told("state", stateOf(option, clock, words, at)),
        LINK.test(uri)
          ? ["a", "contact", number, {
            href: uri, lang: words.lang,
            ariaLabel: filled(words["link_" + channel], {
              name: name ?? read(feed.name), number: dial,
            }),
          }]
          : ["span", "contact", number],
        rowsOf("ul", "fact", [
          listed((tag ? [tag] : languages).map((one) => words.languages[one]), words),
          ...wishes[0] && !tag && option.any || option.facts || [],
          [cost],
        ]),
        rowsOf("ol", "step", option.steps_for?.[tag] ?? option.steps),
        rowsOf("ul", "note", [...because ?? [], [note], ...option.notes ?? []]),
      ],
      { className: "sl-option sl-" + state },
      { line, state, dial, uri },
      option.desks,
      track,
    ];
  });

  const titled = (key, nodes) => (nodes[0] ? [told("title", words[key]), ...nodes] : []);
  const options = shown("options");
  const ways = shown("other_ways");
  const [first = only(waiting ? "unknown" : "no_line", waiting), ...others] = options;
  const [, , , , , desks] = first;
  const isOther = (one) => desks && !desks.some((desk) => one[5]?.includes(desk));
  const [, , , , , , track] = options[0] ?? ways[0] ?? [];
  const days = comingTo(feed, track, clock, words, at);
  return [[
    first,
    ...titled("others", others.filter((one) => !isOther(one))),
    ...titled("something_else", others.filter(isOther)),
    ...titled("other_ways", ways),
    ...titled("guesses", shown("guesses")),
    ...titled("coming", days[0] ? [rowsOf("ul", "day", days.map((day) => ["", day]))] : []),
    ...titled("withheld", withheld.map((one) => ["p", "withheld", read(one), { dir: "auto" }])),
    rowsOf("ul", "note", notes),
    told("zone", !isIn(zones, zone) && filled(
      words.zone, isIn(zones, said.time_zone) ? said.time_zone : zones.split("|")[0] || zone,
    )),
  ], options.map(([, , , , detail]) => detail)];
};

export { saying, viewOf };
