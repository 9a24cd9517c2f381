/** Names of the columns of indicators that are read back. */
export const INDICATOR_COLUMNS = {
  id: "indicator",
  value: "value",
  status: "status",
  source: "source",
} as const;
