const LONGEST = 600;

/** Pages whose answers can be kept under a name: the reports and the overview of HR, with their questions. */
export function isSavableAddress(address: string): boolean {
  if (address.length > LONGEST || /[\p{Cc}\\#]/u.test(address)) return false;
  const [path = ""] = address.split("?");
  return /^\/(hr|reports)(\/[a-z-]+)*$/.test(path) && !/^\/reports\/(views|saved|schedules|files)(\/|$)/.test(path);
}
