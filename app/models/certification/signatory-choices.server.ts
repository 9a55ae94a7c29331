import { authorityLine, type SignatoryContent, signingTitle } from "~/domain/certification/authority";
import type { Viewer } from "~/domain/permissions/viewer";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { signatoriesFor } from "./approve-list.server";
import { findIssueList } from "./find-issue-list.server";

/** "Đinh Quang Thụy, KT. GIÁM ĐỐC, Phó Giám đốc": a signatory in one line. */
export function signatoryLine(content: SignatoryContent, language: Language): string {
  return [content.name, authorityLine(content)?.[language], signingTitle(content)[language]].filter(Boolean).join(", ");
}

/** As whom the viewer may approve a list today. */
export async function signatoryChoices(
  viewer: Viewer,
  listId: string,
  today: CivilDate,
  language: Language,
): Promise<{ value: string; label: string }[]> {
  const list = await findIssueList(viewer, listId, today);
  if (!list) return [];
  const signatories = await signatoriesFor(viewer, list, today, today);
  return signatories.map(({ publicId, content }) => ({ value: publicId, label: signatoryLine(content, language) }));
}
