/**
 * What is said: templates of the words file, filled. Pure: no clock, no page.
 */

import { STATES } from "./answering.js";

/** In this many seconds before it a closing is told as soon. */
const SOON = 3600;

/** Return a template with its placeholders filled. */
const filled = (template = "", values) => template.replace(/{(\w+)}/g, (_, name) => values[name]);

/** Return a text of the directory in the locale, or in the next best. */
const within = (text, { locale }) =>
  text === Object(text)
    ? text[locale] ?? text[locale.split(/[-_]/)[0]] ?? text.en ?? Object.values(text)[0]
    : text;

/** Return texts of the directory as one. */
const listed = (texts, words) =>
  texts.map((text) => within(text, words)).join(words.list[0].slice(3, -3));

/** Return a time of day as the locale writes it. */
const timeOf = (minute, words) =>
  words.times[minute] ?? new Date(minute * 6e4).toJSON().slice(11, 16);

/**
 * Return that something happens: its time, with the weekday on another day, and with the date
 * from a week on.
 *
 * @param {string} kind - "opens", "closes" or "changes"
 * @param {number} now - minutes since 1970 that the answer's clock shows
 * @param {number} then - the same, when it happens
 */
const eventOf = (kind, now, then, words) => {
  const day = Math.floor(then / 1440);
  const days = day - Math.floor(now / 1440);
  const date = new Date(day * 864e5);
  return filled(
    // The first of January 1970 was a Thursday.
    words.say[days ? `${kind}_${days < 7 ? "" : "on_"}${(day + 3) % 7 + 1}` : kind],
    {
      time: timeOf(then % 1440, words),
      date: filled(words.date, {
        day: date.getUTCDate(),
        dd: date.toJSON().slice(8, 10),
        month: words.months[date.getUTCMonth()],
      }),
    },
  );
};

/**
 * Return the state of an option and what follows it.
 *
 * @param {object} option - as of `optionsAt`
 * @param {object} clock - of the answer: its zone, and from which unit on it is how many minutes
 *   east of UTC; UTC stands for a caller's clock that is not known, and the browser's is used
 * @param {number} at - seconds since 1970
 */
const stateOf = (feed, { mode, told, changesAt }, { zone, offsets }, words, at) => {
  const { say } = words;
  const [state, then, , why, nextWhy] = told;
  const eastAt = (instant) => offsets[
    offsets.findLastIndex((unit, i) => !(i % 2 || i && feed.from + unit * feed.unit > instant)) + 1
  ];
  const minuteOf = (instant) => Math.floor(instant / 60)
    + (zone === "UTC" ? -new Date(instant * 1e3).getTimezoneOffset() : eastAt(instant));
  const change = minuteOf(changesAt);
  const name = mode && state === 1 ? "messages" : STATES[state];
  const clauses = changesAt == null
    ? [say[{ open: "always", messages: "messages_always" }[name] ?? name], why]
    : name === "open" && then === 0 && changesAt - at <= SOON
      ? [filled(say.soon, { time: timeOf(change % 1440, words) }), nextWhy]
      : [
        say[name], why,
        eventOf(state > 1 ? "changes" : ["closes", "opens"][then] ?? "changes",
          minuteOf(at), change, words),
        nextWhy,
      ];
  return clauses.map((text) => within(text, words)).filter(Boolean).join(" ⋅ ");
};

export { SOON, filled, listed, stateOf, within };
