/**
 * What is said: templates of the words file, filled. Pure: no clock, no page.
 */

import { SOON } from "./answering.js";

/** What stands between clauses. */
const BETWEEN = " ⋅ ";

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
    + (beside ? ` (${listed(beside.map((one) => rowText(one, words)), words)})` : "");

/** Return a text of the directory, or a row, as a text. */
const rowText = (one, words) => (Array.isArray(one) ? sentence : within)(one, words);

/** Return how many seconds a clock is east of UTC at an instant, or else the visitor's. */
const offsetAt = ([, ...offsets], second) =>
  offsets.findLast(([since]) => since <= second)?.[1]
    ?? new Date(second * 1e3).getTimezoneOffset() * -60;

/**
 * Return the day and the time that a clock shows at an instant: what templates say of them, and
 * the number of the day.
 *
 * @param {Array} clock - its zones, and how many seconds it is east of UTC since when; where that
 *   is not known the visitor's clock is used
 */
const shownAt = (clock, words, second) => {
  const shown = new Date(1e3 * (second + offsetAt(clock, second)));
  const [year, month, dd, HH, mm] = shown.toJSON().split(/\D/);
  return {
    count: Math.floor(shown / 864e5), weekday: shown.getUTCDay() || 7,
    year, month: words.months[month - 1], day: +dd, dd,
    HH, h: HH % 12 || 12, mm, ap: words.halves[+(HH > 11)],
  };
};

/**
 * Return the state of an option and what follows it: a time, with the weekday on another day, and
 * with the date from a week on.
 *
 * @param {object} option - as of `optionsAt`
 * @param {number} at - seconds since 1970
 */
const stateOf = ({ told, changesAt }, clock, words, at) => {
  const [state, , , , event, why, nextWhy, , said] = told;
  const key = said ?? state;
  const then = shownAt(clock, words, changesAt);
  const days = then.count - shownAt(clock, words, at).count;
  const isSoon = key === "open" && event === "closes" && changesAt - at <= SOON;
  const next = filled(words[
    isSoon ? "soon" : event + (days ? (days < 7 ? "_" : "_on_") + then.weekday : "")
  ], then);
  return listed(
    isSoon ? [next, nextWhy]
      : [words[key], why, changesAt && next, days > FAR && then.year, nextWhy], words, BETWEEN,
  );
};

export { BETWEEN, filled, listed, offsetAt, rowText, sentence, shownAt, stateOf, within };
