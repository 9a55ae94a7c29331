import type { Role } from "./role";

/**
 * Whether someone may print a slip for an account that has grants of its own: no one gains by it what they do not have. Each grant
 * must lie over a unit where they may reset passwords, and an administrator's is for administrators.
 */
export function mayResetPasswordOf(
  grants: readonly { role: Role; unitId: number }[],
  issuer: { administrator: boolean; mayResetIn(unitId: number): boolean },
): boolean {
  return grants.every(
    ({ role, unitId }) => issuer.mayResetIn(unitId) && (role !== "administrator" || issuer.administrator),
  );
}
