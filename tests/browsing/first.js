// For browsers whose driver can do neither: a clock that stands still until the test moves it, and
// whatever the page says. Served as the first script of each page; AT is milliseconds, or null.
"use strict";
((AT) => {
  const said = [];
  Object.defineProperty(window, "supportlinesSaid", {value: said});
  for (const kind of ["debug", "log", "info", "warn", "error"]) {
    console[kind] = (...words) => said.push(`${kind}: ${words.join(" ")}`);
  }
  addEventListener("error", (event) => {
    if (event.message) said.push(`uncaught: ${event.message}`);
    else said.push(`error: 404? ${event.target.src || event.target.href}`);
  }, true);
  addEventListener("unhandledrejection", (event) => said.push(`uncaught: ${event.reason}`));
  addEventListener("securitypolicyviolation", (event) => said.push(
    `error: the policy forbids ${event.violatedDirective}: ${event.blockedURI} ${event.sample}`));

  const kept = {Date, now: Date.now, setTimeout, clearTimeout, requestAnimationFrame};
  const later = new MessageChannel();
  const waiting = [];
  later.port1.onmessage = () => waiting.shift()();
  const turn = () => new Promise((done) => { waiting.push(done); later.port2.postMessage(0); });
  Object.defineProperty(window, "supportlinesTimers", {value: [
    setTimeout.bind(window), clearTimeout.bind(window), requestAnimationFrame.bind(window),
    {now: performance.now.bind(performance), mark() {}, measure() {}, clearMarks() {}},
  ]});
  if (AT === null) return;

  let now = AT;
  let count = 0;
  const due = new Map();
  const timer = (repeats) => (action, wait = 0, ...given) => {
    const after = Math.max(repeats ? 1 : 0, Number(wait) || 0);
    due.set(++count, {at: now + after, every: repeats ? after : null, action, given});
    return count;
  };
  window.setTimeout = timer(false);
  window.setInterval = timer(true);
  window.clearTimeout = window.clearInterval = (id) => void due.delete(id);
  window.requestAnimationFrame = (action) => setTimeout(() => action(performance.now()), 16);
  window.cancelAnimationFrame = clearTimeout;
  performance.now = () => now - AT;
  window.Date = new Proxy(kept.Date, {
    construct: (target, given, made) => Reflect.construct(target, given.length ? given : [now], made),
    apply: () => new kept.Date(now).toString(),
    get: (target, name) => (name === "now" ? () => now : Reflect.get(target, name)),
  });

  const goOff = async (id, one) => {
    if (one.every === null) due.delete(id);
    else one.at = now + one.every;
    try {
      one.action(...one.given);
    } catch (error) {
      said.push(`uncaught: ${error.message}`);
    }
    await turn();
  };
  const next = (to) => [...due].filter(([, one]) => one.at <= to).sort((a, b) => a[1].at - b[1].at)[0];
  Object.defineProperty(window, "supportlinesClock", {value: {
    // Each timer goes off when it is due.
    async runTo(to) {
      for (let one = next(to); one; one = next(to)) {
        now = Math.max(now, one[1].at);
        await goOff(...one);
      }
      now = to;
    },
    // What was due meanwhile goes off once.
    async jumpTo(to) {
      const over = [...due].filter(([, one]) => one.at <= to).sort((a, b) => a[1].at - b[1].at);
      now = to;
      for (const [id, one] of over) {
        if (due.has(id)) await goOff(id, one);
      }
    },
  }});
})
