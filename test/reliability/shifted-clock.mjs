/** Loaded before a program (`node --import`): its wall clock says something else. `SHIFTED_CLOCK` says how; the monotonic clock goes on as ever. */
const RealDate = Date;
const really = RealDate.now.bind(RealDate);
const start = really();
const how = process.env.SHIFTED_CLOCK ?? "";

/** Milliseconds since 1970 by the clock that the program sees. */
function shifted() {
  const passed = really() - start;
  if (how === "backwards") return start - 60 * passed;
  // Forth and back by days, every 0.2 s.
  if (how === "jumps")
    return start + passed + (Math.floor(passed / 200) % 3) * 86_400_000 * 40 - 86_400_000 * 30;
  return RealDate.parse(how) + passed;
}

globalThis.Date = new Proxy(RealDate, {
  construct: (target, words, self) =>
    Reflect.construct(target, words.length === 0 ? [shifted()] : words, self),
  apply: () => new RealDate(shifted()).toString(),
  get: (target, name) => (name === "now" ? shifted : Reflect.get(target, name)),
});
Object.defineProperty(performance, "timeOrigin", { get: () => shifted() - performance.now() });
