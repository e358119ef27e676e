/**
 * What is said of days to come on which hours are others. Pure: no clock, no page.
 */

import { BETWEEN, filled, listed, offsetAt, rowText, shownAt } from "./wording.js";

/** Seconds of a day. */
const DAY = 86400;

/** In fewer seconds than these before it begins a change is told; within another one earlier. */
const AHEAD = 30 * DAY;

/**
 * Return what comes for who has a track, and is told at an instant: when, why, what is otherwise.
 *
 * A day is one of the calendar of whoever's hours they are; times are those of a clock.
 * When it begins the state is another one too, or it is a quarter of an hour, so that nobody needs
 * to be told when to look again.
 *
 * @param {number} [track] - nothing comes without one
 * @param {Array} clock - as of `shownAt`
 */
const comingTo = (feed, track, clock, words, at) => {
  const { changes, coming, from, tracks: { [track]: edges = [] }, unit } = feed;
  const [shift, ...places] = edges.length % 2 ? coming[edges.at(-1)] : [];
  const shown = (key, second, by = clock) => filled(words[key], shownAt(by, words, second));
  const range = (one, other) => one + " – " + other;
  return places.flatMap((place) => {
    const isOfParts = place < 0;
    const [day, why, what, days, own, earlier = 0] = changes[isOfParts ? ~place : place];
    const midnight = (Math.floor(from / DAY) + day) * DAY;
    const start = midnight + (own ?? shift ?? -offsetAt(clock, midnight) / unit) * unit;
    const date = (count) => shown("date", midnight + count * DAY, [, [0, 0]]);
    const hours = ([since, until]) => {
      const begins = start + since * unit;
      const isThatDay = days == null && shownAt(clock, words, begins).count * DAY === midnight;
      return range(
        shown(isThatDay ? "time" : "moment", begins), shown("time", start + until * unit),
      );
    };
    return start - AHEAD - earlier * unit < at && at < start ? listed([
      days < 0 ? range(shown("moment", start), shown("moment", start - days * unit))
        : days === 0 ? filled(words.from, shown("moment", start))
          : days ? range(date(0), date(days - 1)) : date(0),
      rowText(isOfParts ? ["", why, [["coming_parts"]]] : why, words),
      what?.map ? words.open + ": " + listed(what.map(hours), words)
        : words[isOfParts ? "short_unknown" : what ?? "closed"],
    ], words, BETWEEN) : [];
  });
};

export { comingTo };
