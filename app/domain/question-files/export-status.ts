/** Which questions of a bank are exported. */
export const EXPORT_STATUSES = ["active", "retired", "all"] as const;
export type ExportStatus = (typeof EXPORT_STATUSES)[number];
