/**
 * What is shown of an answer, as nodes. Pure: no clock, no page.
 *
 * A node is a list: its tag, its class (by which it is found again), its properties, its children.
 */

import { STATES, answerFor, dialOf, optionsAt, ordered } from "./answering.js";
import { SOON, filled, listed, stateOf, within } from "./wording.js";

/** What may stand behind a link; anything else is shown as text. */
const LINK = /^((tel|sms):[-+*#\w;,.=?&%]+|(https:\/\/|mailto:)[^\s<>"]+)$/;

/** Return a node with a text. */
const plain = (tag, name, textContent) => [tag, name, { textContent }];

/** Return a node with a sentence of the words, which may be in another language than the page. */
const saying = ({ lang, lang_dir: dir }, tag, name, textContent) =>
  [tag, name, { textContent, lang, dir }];

/** Return a node with those of some nodes that have a text; none if there are none. */
const listOf = (tag, name, nodes) => {
  const found = nodes.filter(([, , { textContent }]) => textContent);
  return found[0] && [tag, name, {}, found];
};

/** Return nodes below a title; none if there are none. */
const titled = (words, key, nodes) =>
  nodes[0] ? [saying(words, "p", "title", words.say[key]), ...nodes] : [];

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

/** Return an option as it is shown, and as it is told to programs. */
const shown = (feed, words, offsets, from, at) => (option) => {
  const { any, because = [], changesAt, channel, cost, desks = [], languages = [], line, name } = option;
  const { number, service, tag } = option;
  const { say } = words;
  const [contact, uri] = dialOf(feed, option, words.prefixes, from);
  const dial = within(contact, words);
  const state = STATES[option.state];
  const text = stateOf(feed, option, offsets, words, at);
  const isAny = any && !tag;
  const title = within(name ?? feed.name, words);
  const isLink = LINK.test(uri);
  return {
    said: filled(say.announce, { name: title, state: text }),
    looks: [option.next, changesAt - SOON],
    told: { line, dial, uri, state, text, changesAt: changesAt && changesAt * 1e3 },
    node: ["div", [line, channel, dial, languages].join(), { className: "sl-option sl-" + state }, [
      plain("p", "name", within(name, words)),
      saying(words, "p", "state", text),
      [isLink ? "a" : "span", "contact", isLink ? {
        href: uri,
        ariaLabel: filled(say["link_" + (channel ?? "phone")], { name: title, number: dial }),
      } : {}, [["bdi", "number", { textContent: dial, dir: number == null ? "auto" : "ltr" }]]],
      listOf("ul", "facts", [
        plain("li", "fact", listed((tag ? [tag] : languages).map((one) => words.languages[one] ?? one), words)),
        ...[
          isAny && "any_language", isAny ? any : option.language_mode, option.assumed && "assumed",
          "cost_" + (cost ?? (channel ? "" : "unknown")), "channel_" + channel,
        ].map((key) => saying(words, "li", "fact", say[key])),
        plain("li", "fact", listed(service ? [service, ...desks] : desks, words)),
      ]),
      listOf("ol", "steps", stepsOf(words, option.steps_for?.[tag] ?? option.steps)),
      listOf("ul", "notes", [
        ...notesOf(words, "because_", because.map((code) => [code])),
        ...notesOf(words, "note_", option.notes),
      ]),
    ]],
  };
};

/**
 * Return what an element shows at an instant: its state, its nodes, what is said aloud where the
 * state is another one than before, the options as programs see them, and when to look again.
 *
 * @param {object} said - of the caller, by the names of the asks
 * @param {string[]} wishes - keys of languages, the best first
 * @param {string} from - the country in which the phone stands
 * @param {string} zone - of the visitor
 * @param {number} at - seconds since 1970
 */
const viewOf = (feed, words, said, wishes, from, zone, at) => {
  const { say } = words;
  const answer = answerFor(feed, said, wishes);
  const clock = feed.clocks[answer.clock];
  const [options, others, guesses] = [answer.options, answer.other_ways, answer.guesses].map(
    (pairs = [], i) => (i ? optionsAt : ordered)(feed, pairs, wishes, at)
      .map(shown(feed, words, clock.offsets, from, at)),
  );
  const nodesOf = (views) => views.map(({ node }) => node);
  const waiting = (answer.waiting ?? []).map((name) =>
    feed.asks.find((ask) => ask.name === name).title ?? say[name]);
  const state = waiting[0] ? "unknown" : "no_line";
  const text = waiting[0] ? filled(say.waiting, { items: listed(waiting, words) }) : say.no_line;
  const [first = saying(words, "p", "state", text), ...rest] = nodesOf(options);
  const { told: best = { state }, said: news = text } = options[0] ?? {};
  return {
    state: best.state,
    said: news,
    looks: [...options, ...others, ...guesses].flatMap(({ looks }) => looks),
    options: options.map(({ told }) => told),
    nodes: [
      first,
      ...titled(words, "others", rest),
      ...titled(words, "other_ways", nodesOf(others)),
      ...titled(words, "guesses", nodesOf(guesses)),
      ...titled(words, "withheld", (answer.withheld ?? []).map((one) =>
        plain("p", "withheld", within(one, words)))),
      listOf("ul", "notes", [
        ...notesOf(words, "note_", answer.notes),
        saying(words, "li", "zone", clock.zone === zone ? "" : filled(say.zone, clock)),
      ]),
    ],
  };
};

export { listOf, plain, saying, viewOf };
