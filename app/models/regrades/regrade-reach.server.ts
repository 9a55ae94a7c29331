import type { Viewer } from "~/domain/permissions/viewer";
import type { CivilDate } from "~/domain/time/civil-date";
import { unitsOf } from "../people/changeable-person.server";
import { peopleDirectory } from "../people/people-directory.server";
import { scopeOf } from "../reporting/scope-units.server";

/**
 * Whether a regrade is the viewer's to carry out: the question is changed for everyone who had it or for nobody, so everyone must
 * be in their reach, and their own attempt must not be among them.
 */
export async function reachOfRegrade(viewer: Viewer, today: CivilDate) {
  const [scope, { byId, keptOf }] = await Promise.all([scopeOf(viewer, "regrade-exams", today), peopleDirectory()]);
  const kept = (personId: number) => keptOf.get(personId) ?? personId;
  return {
    isOwn: (personId: number) => kept(personId) === viewer.personId,
    /** of someone who left: where they served last */
    inReach: (personId: number) => {
      if (scope.units === "all") return true;
      const person = byId.get(kept(personId));
      return person !== undefined && unitsOf(person, today).some(scope.has);
    },
    nameOf: (personId: number) => {
      const person = byId.get(kept(personId));
      return person?.names.at(-1)?.fullName ?? person?.staffCode ?? "";
    },
  };
}
