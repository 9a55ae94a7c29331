/**
 * The key of what waits on this device, for its own account: "not-mine" where it is somebody else's or unknown, "later" for lack of a
 * line or a login.
 */
export async function queueKeyAt(address: string): Promise<{ key: string } | "not-mine" | "later"> {
  try {
    const response = await fetch(address, { redirect: "manual" });
    if (response.ok) return (await response.json()) as { key: string };
    return response.status === 404 ? "not-mine" : "later";
  } catch {
    return "later";
  }
}
