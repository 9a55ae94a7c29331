import type { Viewer } from "~/domain/permissions/viewer";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { frameworksAsOf } from "../course/frameworks.server";
import type { FoundPlan } from "./find-plan.server";
import { previewReorganisation } from "./preview-reorganisation.server";

/** A place of someone, or one that nobody holds, in a unit that ends. */
export interface PostOfPreview {
  staffCode: string;
  name: string;
  position: string;
  from: string;
  /** null: it ends with the unit */
  to: string | null;
}

/** Every post of the units that a plan ends, one line a holder; null: it is not the viewer's to see, or cannot be carried out. */
export async function postsOfPreview(
  viewer: Viewer,
  { plan }: FoundPlan,
  today: CivilDate,
  language: Language,
): Promise<PostOfPreview[] | null> {
  const previewed = await previewReorganisation(viewer, plan, today);
  if ("outOfScope" in previewed || previewed.preview.problems.length > 0) return null;
  const { positions } = (await frameworksAsOf(today)).positions.content;
  const titles = new Map(positions.map(({ key, short }) => [key, short[language]]));
  return previewed.preview.ending.flatMap(({ posts }) =>
    posts.flatMap((post) => {
      const line = {
        position: titles.get(post.position) ?? "",
        from: post.from.name[language],
        to: post.to?.name[language] ?? null,
      };
      if (post.holders.length === 0) return [{ staffCode: "", name: "", ...line }];
      return post.holders.map(({ person }) => ({ staffCode: person.staffCode, name: person.name, ...line }));
    }),
  );
}
