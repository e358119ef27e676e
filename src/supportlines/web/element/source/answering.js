/**
 * What a feed answers: which options a caller has, their states at an instant, their order, and
 * what is pressed. Pure: no clock, no page.
 *
 * States are the feed's: 0 closed, 1 open, 2 unknown.
 */

const STATES = ["closed", "open", "unknown"];

/** Return the key under which a feed knows a wanted language; none for what is no tag. */
const wishOf = (tag) => {
  try {
    const { language, region, script } = new Intl.Locale(tag);
    return language === "zh" && /HK|MO/.test(region) && script !== "Hans" ? "zh-HK" : language;
  } catch {
    // A browser may give what is no tag, such as "en-US@posix".
  }
};

/** Return whether who speaks a language serves a wish. */
const serves = (feed, tag, wish) =>
  (feed.serves[tag] ?? tag.split("-")[0]).split(" ").includes(wish);

/** Return the digit of an ask: which of its groups a caller is in, from 1; else 0. */
const digitOf = (feed, { name, groups, sets, default: usual = 0 }, said, wishes) => {
  const groupOf = (value) => groups.findIndex((group) => group.includes(value)) + 1;
  const value = said[name];
  return sets
    ? wishes.reduce((bits, wish) => bits | (groups.reduce(
      (some, [tag], bit) => some | (serves(feed, tag, wish) << bit), 0,
    ) || 1 << groups.length), 0)
    : groupOf(value) || (value && groupOf("*")) || usual;
};

/** Return a row of several that are written as what is added to the row before. */
const rowAt = (rows, place) =>
  rows.slice(0, place + 1).reduce((before, row) => row.map((one, i) => one + (before[i] ?? 0)), []);

/**
 * Return the answer for a caller, without instants, and whose clock its times are of.
 *
 * Its options, other ways and guesses are pairs of an option and a track.
 *
 * @param {object} said - by the names of the asks; calling from home is not said
 * @param {string[]} wishes - keys of languages, the best first
 */
const answerFor = (feed, said, wishes) => {
  let place = 0;
  let clock = 0;
  for (const ask of feed.asks) {
    const { name, groups, sets, default: usual } = ask;
    const digit = digitOf(feed, ask, said, wishes);
    place = place * (sets ? 2 << groups.length : groups.length + !usual) + digit - !!usual;
    if (name === "time_zone") clock = digit;
  }
  const [row] = rowAt(feed.table.map((one) => [one]), place);
  const [choice, ...tracks] = rowAt(feed.answers, row);
  const answer = { ...feed.choices[choice] };
  for (const key of ["options", "other_ways", "guesses"]) {
    // The last track is that of all options that are left.
    answer[key] = (answer[key] ?? []).map((option) =>
      [option, tracks[1] == null ? tracks[0] : tracks.shift()]);
  }
  return [answer, feed.clocks[clock]];
};

/** Return edges one by one: a list with a number stands for so many of it. */
const flat = (edges) =>
  edges.flatMap((one) => (one[1] ? Array(one[1]).fill(one[0]).flat() : one));

/**
 * Return what a track tells at an instant, when the state changes, and when to look again.
 *
 * The state changes at the first later edge that tells another one; while an option is not there,
 * nothing is told of it.
 *
 * @param {number} at - seconds since 1970
 */
const heldAt = ({ told, from, unit }, { edges: folded, changes, last }, at) => {
  const edges = flat(folded);
  const instant = (units) => (units == null ? null : from + units * unit);
  let start = 0;
  let now;
  let place;
  let change;
  let next;
  for (let i = 0; i < edges.length; i += 2) {
    start += edges[i];
    const later = told[edges[i + 1]];
    if (instant(start) <= at) {
      now = later;
      place = i / 2;
    } else {
      next ??= start;
      if (later && now && later[0] !== now[0]) change ??= start;
    }
  }
  return [now, instant(changes ? changes[place] : change ?? last), instant(next)];
};

/**
 * Return those of some options that are there at an instant, each with what holds then, the best
 * first; where a line only takes messages, after all others if *isLiveFirst*.
 */
const optionsAt = (feed, pairs, wishes, at, isLiveFirst) =>
  pairs.flatMap(([index, track]) => {
    const [told, changesAt, next] = heldAt(feed, feed.tracks[track], at);
    if (!told) return [];
    const option = feed.options[index];
    const { channel, mode, languages, any, assumed } = option;
    const [state, , opens] = told;
    let tag;
    const rank = wishes[0] ? wishes.findIndex((wish) => {
      tag = languages?.find((one) => serves(feed, one, wish));
      return tag || any;
    }) : 0;
    const isOther = rank < 0;
    const order = mode && !/form|mail|post/.test(channel)
      ? [7, isOther, rank, state !== 1]
      : !state
        ? [6, isOther, opens ? changesAt : Infinity]
        : isOther
          ? [state > 1 ? 5 : assumed || !languages?.[0] ? 3 : 4]
          : [state, rank];
    return {
      ...option, told, changesAt, next, tag,
      place: [isLiveFirst && !!mode, ...order, ...option.place],
    };
  }).sort(({ place: one }, { place: other }) => {
    const i = one.findIndex((part, index) => part !== other[index]);
    return one[i] - other[i] || 0;
  });

/**
 * Return what is pressed, or used, from a country, the link, what it costs, and what to note: where
 * it begins with +, nobody knows what is pressed instead.
 *
 * @param {object} prefixes - what goes before a number abroad, with the countries of each
 * @param {string} from - the country in which the phone stands
 */
const dialOf = (feed, option, prefixes, from) => {
  const { channel, contact, cost, keys = "", number, uri } = option;
  if (number == null) return [contact, uri, cost];
  const digits = feed.numbers[number];
  const keyOf = (table = {}) => Object.keys(table).find((key) => table[key].includes(from));
  const isHome = from === feed.country;
  const prefix = keyOf(prefixes) ?? "00";
  const link = keyOf(digits.uris) ?? digits.uri
    ?? "tel:" + (digits.e164 ?? "+" + digits.abroad?.replace(/\D/g, ""));
  const dial = (isHome && digits.home)
    || (keyOf(digits.press) ?? (prefix + " " + digits.abroad).replace("+ ", "+"));
  return [
    digits.same ?? dial,
    uri ?? (digits.same ? "" : link.replace("tel", channel === "sms" ? channel : "tel") + keys),
    cost ?? (isHome ? digits.cost : keyOf(digits.costs) ?? digits.cost_abroad ?? digits.cost),
    !digits.same && dial[0] === "+" && (isHome ? "trunk_prefix_unknown" : "carrier_prefix"),
  ];
};

export { STATES, answerFor, dialOf, digitOf, heldAt, optionsAt, serves, wishOf };
