/**
 * What a feed answers: which options a caller has, their states at an instant, their order, and
 * what is pressed. Pure: no clock, no page.
 */

/** In this many seconds before it a closing is told as soon. */
const SOON = 3600;

/** Return whether something is one of several, between which there are strokes. */
const isIn = (text, one) => text.split("|").includes(one);

/** Return the key under which a feed knows a wanted language. */
const wishOf = (tag) =>
  /^zh(?!.*hans).*-(hk|mo)/i.test(tag) ? "zh-HK" : tag.split(/\W/)[0].toLowerCase();

/** Return whether who speaks a language serves a wish. */
const serves = ({ serves: keys }, tag, wish) => isIn(keys[tag] ?? tag.split("-")[0], wish);

/** Return the digit of an ask: which of its groups a caller is in, from 1; else 0. */
const digitOf = (feed, { name, groups, sets, default: usual = 0 }, said, wishes) => {
  const groupOf = (value) => groups.findIndex((group) => isIn(group, value)) + 1;
  const value = said[name];
  return sets
    ? wishes.reduce((bits, wish) => bits | (groups.reduce(
      (some, tag, bit) => some | (serves(feed, tag, wish) << bit), 0,
    ) || 1 << groups.length), 0)
    : groupOf(value) || (value && groupOf("*")) || usual;
};

/**
 * Return the answer for a caller, without instants: its choice, the place of its clock, and its
 * tracks, the last of which is that of all options that are left.
 *
 * @param {object} said - by the names of the asks; calling from home is not said
 * @param {string[]} wishes - keys of languages, the best first
 */
const answerFor = (feed, said, wishes) => {
  let place = 0;
  for (const ask of feed.asks) {
    const { groups, sets, default: usual = 0 } = ask;
    place = place * (sets ? 2 << groups.length : groups.length + 1 - usual)
      + digitOf(feed, ask, said, wishes) - usual;
  }
  // A row is written as what is added to the row before.
  return feed.answers.slice(0, place + 1).reduce(
    (before, row) => row.map((one, i) => one + (before[i] ?? 0)), [],
  );
};

/**
 * Return what a track tells at an instant, when the state changes, and what it tells later: each
 * since when, and what.
 *
 * The state changes at the first later edge that tells another one, if what is told does not say
 * when; while an option is not there, nothing is told of it.
 *
 * @param {number} at - seconds since 1970
 */
const heldAt = ({ told, tracks, from, unit }, track, at) => {
  let start = from;
  let now = [];
  const later = [];
  tracks[track].forEach((one, i) => {
    if (i % 2) {
      one = told[one] ?? [];
      if (start > at) later.push([start, one]);
      else now = one;
    } else start += one * unit;
  });
  const [change] = later.find(([, [state]]) => state && state !== now[0]) ?? [0];
  return [now, now[9] ?? change, later];
};

/**
 * Return those of some options that are there at an instant, each with what holds then, the best
 * first; their *tracks* are taken away.
 *
 * @param {Function} look - called with instants at which something may be different
 */
const optionsAt = (feed, options, tracks, wishes, at, look) => {
  const named = feed.asks.find(({ sets }) => sets)?.groups ?? [];
  return options.flatMap((index) => {
    const option = feed.options[index];
    const track = tracks[1] == null ? tracks[0] : tracks.shift();
    const [told, changesAt, later] = heldAt(feed, track, at);
    const [state, group, groupOfOthers, by = 0] = told;
    let tag;
    const rank = wishes[0] ? wishes.findIndex((wish) => {
      tag = option.languages?.find((one) => serves(feed, one, wish));
      return tag || (option.any && !named.some((one) => serves(feed, one, wish)));
    }) : 0;
    const turn = (rank < 0 ? groupOfOthers : group) * 1e10 + [rank, changesAt, 9e9][by];
    look(later[0]?.[0]);
    look(changesAt - SOON);
    return state ? {
      ...option, told, changesAt, tag, track,
      place: (turn * 2 + (state !== "open")) * 1e4 + option.place,
    } : [];
  }).sort((one, other) => one.place - other.place);
};

/**
 * Return what is pressed, or used, from a country, the link, the key of what it costs, and that of
 * what to note.
 *
 * @param {string} from - the country in which the phone stands
 * @param {string} [prefix] - what goes before a number abroad; + if it is not known
 */
const dialOf = ({ contacts }, { contact, keys = "", keys_for: others, tag }, from, prefix) => {
  const [dial, uri, cost, , note] = contacts[contact].find(
    ([, , , some]) => isIn(some ?? from, from),
  );
  const isAbroad = note == null && dial[0] === "+";
  return [
    isAbroad && prefix ? dial.replace("+", prefix + " ") : dial,
    uri && uri + (others?.[tag] ?? keys),
    cost,
    isAbroad && !prefix ? "note_carrier_prefix" : note,
  ];
};

export { SOON, answerFor, dialOf, digitOf, heldAt, isIn, optionsAt, serves, wishOf };
