import { useTranslation } from "react-i18next";
import type { CivilDate as Civil } from "~/domain/time/civil-date";
import { CivilDate } from "./civil-date";

export interface PersonPost {
  position: string;
  unit: string;
  from: Civil;
  kind: string;
}

/** The posts someone holds, in a sentence each: what, where, since when. */
export function PersonPosts({ posts }: { posts: readonly PersonPost[] }) {
  const { t } = useTranslation();
  if (posts.length === 0) return <>{t("people:posts.none")}</>;
  return (
    <>
      {posts.map((post, index) => (
        <span key={`${post.position} ${post.unit} ${post.from}`}>
          {index > 0 && <br />}
          {post.kind === "primary" ? post.position : t(`people:posts.${post.kind}`, { position: post.position })},{" "}
          {post.unit}, {t("people:posts.since")} <CivilDate date={post.from} />
        </span>
      ))}
    </>
  );
}
