/**
 * What is said: templates of the words file, filled. Pure: no clock, no page.
 */

import { SOON } from "./answering.js";

/** From this many days ahead the year of a date is told. */
const FAR = 300;

/** Return a template with its placeholders filled: all with one text, or each by its name. */
const filled = (template = "", values) =>
  template.replace(/{(\w+)}/g, (_, name) => values[name] ?? values);

/** Return a text of the directory in the locale, or in the next best. */
const within = (text, { locale }) =>
  text === Object(text)
    ? text[locale] ?? text[locale.split("-")[0]] ?? text.en ?? Object.values(text)[0]
    : text;

/** Return texts of the directory as one. */
const listed = (texts, words, between = words.list) =>
  [texts].flat().filter(Boolean).map((text) => within(text, words)).join(between);

/**
 * Return a row of the feed as a text: a sentence, by its key, with what it speaks of, and in
 * brackets what is to be said beside: texts, languages and other rows. Without a sentence, what it
 * speaks of.
 */
const sentence = ([key, items, beside], words) =>
  filled(words[key] ?? words.languages[key] ?? "{items}", listed(items, words))
    + (beside ? ` (${listed(beside.map(
      (one) => (Array.isArray(one) ? sentence(one, words) : one),
    ), words)})` : "");

/**
 * Return the state of an option and what follows it: a time, with the weekday on another day, and
 * with the date from a week on.
 *
 * @param {object} option - as of `optionsAt`
 * @param {Array} clock - its zones, and how many seconds it is east of UTC since when; where that
 *   is not known the visitor's clock is used
 * @param {number} at - seconds since 1970
 */
const stateOf = ({ told, changesAt }, [, ...offsets], words, at) => {
  const [state, , , , event, why, nextWhy, , said] = told;
  const key = said ?? state;
  const shown = (second) => second + (
    offsets.findLast(([since]) => since <= second)?.[1]
      ?? new Date(second * 1e3).getTimezoneOffset() * -60
  );
  const then = new Date(shown(changesAt) * 1e3);
  const days = Math.floor(then / 864e5) - Math.floor(shown(at) / 86400);
  const [year, month, dd, HH, mm] = then.toJSON().split(/\D/);
  const isSoon = key === "open" && event === "closes" && changesAt - at <= SOON;
  const next = filled(words[
    isSoon ? "soon" : event + (days ? (days < 7 ? "_" : "_on_") + (then.getUTCDay() || 7) : "")
  ], {
    day: +dd, dd, month: words.months[month - 1],
    HH, h: HH % 12 || 12, mm, ap: words.halves[+(HH > 11)],
  });
  return listed(
    isSoon ? [next, nextWhy]
      : [words[key], why, changesAt && next, days > FAR && year, nextWhy], words, " ⋅ ",
  );
};

export { filled, listed, sentence, stateOf, within };
