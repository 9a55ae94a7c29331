import type { CivilDate } from "~/domain/time/civil-date";
import type { PersonnelAct } from "./personnel-acts";
import { latest } from "./personnel-draft";
import type { PersonnelFacts, PostingFact } from "./personnel-facts";

/**
 * The units that each act touches, in the order of the acts: those of its post, and those where its person has posts today or
 * later. Of someone without any, an appointment touches none (whoever comes back gets the old record); what is said of them is
 * the matter of the unit they last served. Who or what is not known touches nothing.
 */
export function unitsOfActs(facts: PersonnelFacts, acts: readonly PersonnelAct[], today: CivilDate): number[][] {
  const unitOfPost = new Map(facts.posts.map((post) => [post.id, post.unitId]));
  const unitOfRef = new Map(facts.posts.map((post) => [post.publicId, post.unitId]));
  const postOfPosting = new Map(facts.postings.map((posting) => [posting.publicId, posting.postId]));
  const keptOf = new Map(facts.merges.map((row) => [row.mergedPersonId, row.keptPersonId]));
  const standsFor = (personId: number) => keptOf.get(personId) ?? personId;
  const personOf = new Map(facts.persons.map((person) => [person.staffCode, standsFor(person.id)]));
  const postingsOf = new Map<number, PostingFact[]>();
  for (const posting of facts.postings) {
    const personId = standsFor(posting.personId);
    const theirs = postingsOf.get(personId);
    if (theirs) theirs.push(posting);
    else postingsOf.set(personId, [posting]);
  }
  for (const act of acts) if (act.act === "create-post") unitOfRef.set(act.ref, act.unitId);

  const known = (unit: number | undefined) => (unit === undefined ? [] : [unit]);
  const ofPosts = (postings: readonly PostingFact[]) =>
    postings.flatMap((posting) => known(unitOfPost.get(posting.postId)));
  const ofPerson = (code: string, returns: boolean) => {
    const theirs = postingsOf.get(personOf.get(code) ?? 0) ?? [];
    const current = theirs.filter(({ validTo }) => validTo === null || validTo > today);
    const last = latest(theirs);
    if (current.length > 0 || !last || returns) return ofPosts(current);
    return ofPosts([last]);
  };
  const ofAct = (act: PersonnelAct): number[] => {
    switch (act.act) {
      case "register":
        return [];
      case "create-post":
        return [act.unitId];
      case "flag-post":
      case "close-post":
        return known(unitOfRef.get(act.post));
      case "appoint":
        return [...new Set([...known(unitOfRef.get(act.post)), ...ofPerson(act.person, true)])];
      case "end-posting":
      case "correct-posting":
        return known(unitOfPost.get(postOfPosting.get(act.posting) ?? 0));
      case "rename":
      case "change-details":
      case "be-absent":
      case "return":
        return [...new Set(ofPerson(act.person, false))];
    }
  };
  return acts.map(ofAct);
}
