import { dateSeconds } from "./settings.ts";

/** The day that `SOURCE_DATE_EPOCH` asks for (reproducible-builds.org), ISO 8601 in UTC; null where it is not set. */
export function sourceDate(): string | null {
  const seconds = dateSeconds(process.env);
  return seconds === null ? null : isoDay(new Date(seconds * 1000));
}

/** Today's date in UTC, ISO 8601; that of `SOURCE_DATE_EPOCH` where it is set. */
export function today(): string {
  return sourceDate() ?? isoDay(new Date());
}

function isoDay(time: Date): string {
  return time.toISOString().slice(0, 10);
}
