import type { Random } from "../random.ts";

/** Spoils a written number; null where it cannot be spoilt in this way. */
export type DigitFault = (written: string, random: Random) => string | null;

const placesOf = (written: string): number[] => [...written.matchAll(/\d/g)].map(({ index }) => index);

/** The value of the digits, whatever stands between and around them. */
const amountOf = (written: string): number => Number(written.replace(/[^\d.]/g, ""));

/** A fault that changes no value is none, and a number that begins with a needless zero would be found by its look alone. */
const plausible = (spoilt: string, written: string): string | null =>
  amountOf(spoilt) === amountOf(written) ||
  (/^0\d/.test(spoilt) && !/^0\d/.test(written)) ||
  !/\d/.test(spoilt)
    ? null
    : spoilt;

const put = (written: string, at: number, piece: string, length = 1): string =>
  written.slice(0, at) + piece + written.slice(at + length);

/** One digit is another one. */
const changed: DigitFault = (written, random) => {
  const at = random.pick(placesOf(written));
  return at === undefined ? null : plausible(put(written, at, String(random.below(10))), written);
};

/** Two digits beside each other have changed places. */
const swapped: DigitFault = (written, random) => {
  const places = placesOf(written);
  const index = random.below(places.length - 1);
  const [left, right] = [places[index], places[index + 1]];
  if (left === undefined || right === undefined) return null;
  const [first, second] = [written.charAt(left), written.charAt(right)];
  return plausible(put(put(written, left, second), right, first), written);
};

/** One digit is missing. */
const dropped: DigitFault = (written, random) => {
  const at = random.pick(placesOf(written));
  return at === undefined ? null : plausible(put(written, at, ""), written);
};

/** One digit too many. */
const added: DigitFault = (written, random) => {
  const at = random.pick(placesOf(written));
  return at === undefined ? null : plausible(put(written, at, String(random.below(10)), 0), written);
};

/** Ten times or a tenth of it: the point one place further, a zero too many at the end. */
const factor: DigitFault = (written, random) => {
  const point = written.indexOf(".");
  if (point < 0) return written.replace(/\d(?!.*\d)/, "$&0");
  const at = point + (random.below(2) === 0 ? 1 : -1);
  const digits = written.replace(".", "");
  return at < 1 || at > digits.length ? null : plausible(put(digits, at, ".", 0).replace(/\.$/, ""), written);
};

/** The ways to spoil the digits of a number, by what they are called in the table. */
export const DIGIT_FAULTS: Readonly<Record<string, DigitFault>> = {
  "a digit changed": changed,
  "two digits swapped": swapped,
  "a digit dropped": dropped,
  "a digit added": added,
  "a factor of ten": factor,
};
