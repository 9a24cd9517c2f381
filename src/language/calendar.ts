const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The year, month (from 1) and day of an ISO date; null for a text of another form, whatever the calendar says. */
export function dateParts(iso: string): readonly [year: number, month: number, day: number] | null {
  const [, year, month, day] = ISO_DATE.exec(iso)?.map(Number) ?? [];
  return year === undefined || month === undefined || day === undefined ? null : [year, month, day];
}

/** Whether a string is a day of the Gregorian calendar in ISO 8601: `2021-02-29` is not. */
export function isCalendarDate(text: string): boolean {
  const parts = dateParts(text);
  if (!parts) return false;
  const [year, month, day] = parts;
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= (month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31);
}
