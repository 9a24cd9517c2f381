/** Today's date in UTC, ISO 8601; that of `SOURCE_DATE_EPOCH` where it is set, as reproducible builds ask for. */
export function today(): string {
  const epoch = Number(process.env.SOURCE_DATE_EPOCH ?? Number.NaN);
  const now = Number.isFinite(epoch) ? new Date(epoch * 1000) : new Date();
  return now.toISOString().slice(0, 10);
}
