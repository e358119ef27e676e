/**
 * What is shown of an answer, as nodes. Pure: no clock, no page.
 *
 * A node is a list: its tag, its class (by which it is found again), its properties, its children.
 * One without a text and without children is left out.
 */

import { STATES, answerFor, dialOf, optionsAt } from "./answering.js";
import { SOON, filled, listed, stateOf, within } from "./wording.js";

/** What may stand behind a link; anything else is shown as text. */
const LINK = /^((tel|sms):[-+*#\w;,.=?&%]+|(https:\/\/|mailto:)[^\s<>"]+)$/;

/** Return a node with a text. */
const plain = (tag, name, textContent) => [tag, name, { textContent }];

/** Return a node with a sentence of the words, which may be in another language than the page. */
const saying = ({ lang, lang_dir: dir }, tag, name, textContent) =>
  [tag, name, { textContent, lang, dir }];

/** Return sentences for codes and what they speak of; without a sentence, that alone. */
const notesOf = (words, kind, notes = []) =>
  notes.map(([code, ...items]) => saying(words, "li", "note",
    filled(words.say[kind + code] ?? "{items}", { items: listed(items, words) })));

/** Return what to do after contact, each with what it is for in brackets. */
const stepsOf = (words, steps = []) =>
  steps.map(([action, what, ...notes]) => {
    const note = listed(notes.flat().filter(Boolean), words);
    const said = filled(words.say["step_" + action], { what: within(what ?? "", words) });
    return saying(words, "li", "step", said + (note && ` (${note})`));
  });

/**
 * Return what an element shows at an instant: its state, its nodes, the one that is read aloud if
 * the state is another one than before, the options as programs see them, and when to look again.
 *
 * @param {object} said - of the caller, by the names of the asks
 * @param {string[]} wishes - keys of languages, the best first
 * @param {string} from - the country in which the phone stands
 * @param {string} zone - of the visitor
 * @param {number} at - seconds since 1970
 */
const viewOf = (feed, words, said, wishes, from, zone, at) => {
  const { say } = words;
  const [answer, clock] = answerFor(feed, said, wishes);
  const { notes, options, other_ways: others, guesses, waiting = [], withheld = [] } = answer;
  const looks = [];
  const read = (text) => within(text, words);
  const fact = (text) => plain("li", "fact", text);

  /** Return the node of an option, what programs are told of it, and what is said aloud. */
  const shown = (option) => {
    const { any, changesAt, channel, desks = [], languages = [], line, tag, told } = option;
    const [contact, uri, cost, prefix] = dialOf(feed, option, words.prefixes, from);
    const dial = read(contact);
    const state = STATES[told[0]];
    const text = stateOf(feed, option, clock, words, at);
    const name = read(option.name ?? feed.name);
    const isAny = any && !tag;
    const number = ["bdi", "number", {
      textContent: dial, dir: option.number == null ? "auto" : "ltr",
    }];
    looks.push(option.next, changesAt - SOON);
    const node = ["div", [line, channel, dial, languages].join(), {
      className: "sl-option sl-" + state,
    }, [
      plain("p", "name", read(option.name)),
      saying(words, "p", "state", text),
      LINK.test(uri)
        ? ["a", "contact", {
          href: uri,
          ariaLabel: filled(say["link_" + (channel ?? "phone")], { name, number: dial }) || null,
        }, [number]]
        : ["span", "contact", {}, [number]],
      ["ul", "facts", {}, [
        fact(listed((tag ? [tag] : languages).map((one) => words.languages[one] ?? one), words)),
        ...[
          isAny && "any_language", isAny ? any : option.language_mode, option.assumed && "assumed",
          "cost_" + (cost ?? (channel ? "" : "unknown")), "channel_" + channel,
        ].map((key) => saying(words, "li", "fact", say[key])),
        fact(read(option.service)),
        fact(listed(desks, words)),
      ]],
      ["ol", "steps", {}, stepsOf(words, option.steps_for?.[tag] ?? option.steps)],
      ["ul", "notes", {}, [
        ...notesOf(words, "because_", told[5]?.map((code) => [code])),
        ...notesOf(words, "note_", [...(prefix ? [[prefix]] : []), ...(option.notes ?? [])]),
      ]],
    ]];
    const shownAs = { line, dial, uri, state, text, changesAt: changesAt && changesAt * 1e3 };
    const news = saying(words, "div", "news", filled(say.announce, { name, state: text }));
    return [node, shownAs, news];
  };

  const [found, ...besides] = [options, others, guesses].map((pairs, i) =>
    optionsAt(feed, pairs, wishes, at, i === 1).map(shown));
  const [elsewhere, perhaps] = besides.map((views) => views.map(([node]) => node));
  const titled = (key, nodes) =>
    (nodes[0] ? [saying(words, "p", "title", say[key]), ...nodes] : []);
  const asked = waiting.map((name) =>
    feed.asks.find((ask) => ask.name === name).title ?? say[name]);
  const none = asked[0] ? filled(say.waiting, { items: listed(asked, words) }) : say.no_line;
  const nobody = saying(words, "p", "state", none);
  const [[first, best, news] = [
    nobody, { state: asked[0] ? STATES[2] : "no_line" }, nobody,
  ]] = found;
  return {
    state: best.state,
    news,
    looks,
    options: found.map(([, told]) => told),
    nodes: [
      first,
      ...titled("others", found.slice(1).map(([node]) => node)),
      ...titled("other_ways", elsewhere),
      ...titled("guesses", perhaps),
      ...titled("withheld", withheld.map((one) =>
        ["p", "withheld", { textContent: read(one), dir: "auto" }])),
      ["ul", "notes", {}, [
        ...notesOf(words, "note_", notes),
        saying(words, "li", "zone", clock.zone !== zone && filled(say.zone, {
          zone: clock.zone === "UTC" ? zone : clock.zone,
        })),
      ]],
    ],
  };
};

export { saying, viewOf };
