import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import type { PostingKind } from "~/domain/people/people-batch";
import { addDays, type CivilDate as Civil } from "~/domain/time/civil-date";
import { Anchor } from "../anchor";
import { Badge } from "../badge";
import { CivilDate } from "../civil-date";
import { Row, Rows } from "../rows";

export interface PostRow {
  post: string;
  state: "held" | "acting" | "vacant" | "planned";
  oneStop: boolean;
  deputy: boolean;
  from: Civil;
  until: Civil | null;
  vacantSince: Civil | null;
  holders: {
    posting: string;
    person: string;
    name: string;
    kind: PostingKind;
    since: Civil;
    until: Civil | null;
    decision: string | null;
    away: boolean;
  }[];
  next: { name: string; from: Civil } | null;
}

/** The posts of one position: who holds each, since when and by which decision, or since when it is vacant. */
export function PostRows({ posts, href, mayChange }: { posts: readonly PostRow[]; href: string; mayChange: boolean }) {
  return (
    <Rows>
      {posts.map((post) => (
        <Row
          key={post.post}
          title={<PostTitle post={post} />}
          meta={<PostMeta post={post} />}
          end={mayChange ? <PostActs post={post} href={`${href}/${post.post}`} /> : undefined}
        />
      ))}
    </Rows>
  );
}

function PostTitle({ post }: { post: PostRow }) {
  const { t } = useTranslation();
  const flags = [post.oneStop && t("staffing:post.oneStop"), post.deputy && t("staffing:post.deputy")].filter(Boolean);
  return (
    <>
      {post.holders.map((holder, index) => (
        <span key={holder.posting}>
          {index > 0 && ", "}
          <Anchor href={`/people/${holder.person}`}>{holder.name}</Anchor>
        </span>
      ))}
      {post.state === "vacant" && <Badge tone="bad">{t("staffing:post.vacant")}</Badge>}
      {post.state === "acting" && <> {<Badge tone="warn">{t("staffing:post.acting")}</Badge>}</>}
      {post.state === "planned" && <Badge tone="info">{t("staffing:post.planned")}</Badge>}
      {post.holders.some(({ away }) => away) && <> {<Badge tone="warn">{t("staffing:post.away")}</Badge>}</>}
      {flags.length > 0 && <span className="hint"> {flags.join(", ")}</span>}
    </>
  );
}

/** A line for each thing that is known. */
function PostMeta({ post }: { post: PostRow }) {
  const { t } = useTranslation();
  const dated = (words: string, date: Civil) => (
    <>
      {words} <CivilDate date={date} />
    </>
  );
  const lines = [
    ...post.holders.map((holder) => (
      <>
        {dated(t(`staffing:holds.${holder.kind}`), holder.since)}
        {holder.until && <>, {dated(t("staffing:post.until"), addDays(holder.until, -1))}</>}
        {holder.decision && <>, {t("staffing:post.decision", { number: holder.decision })}</>}
      </>
    )),
    ...(post.vacantSince ? [dated(t("staffing:post.vacantSince"), post.vacantSince)] : []),
    ...(post.state === "planned" ? [dated(t("staffing:post.from"), post.from)] : []),
    ...(post.until ? [dated(t("staffing:post.closes"), post.until)] : []),
    ...(post.next ? [dated(t("staffing:post.next", { name: post.next.name }), post.next.from)] : []),
  ];
  return (
    <>
      {lines.map((line, index) => (
        // the lines of a post are a fixed order
        // biome-ignore lint/suspicious/noArrayIndexKey: their place is what they are
        <Fragment key={index}>
          {index > 0 && <br />}
          {line}
        </Fragment>
      ))}
    </>
  );
}

function PostActs({ post, href }: { post: PostRow; href: string }) {
  const { t } = useTranslation();
  const of = (label: string) => <span className="sr"> {label}</span>;
  return (
    <ul className="plain row">
      <li>
        <Anchor className="tap" href={`${href}/appoint`}>
          {t("staffing:act.appoint")}
        </Anchor>
      </li>
      {post.holders.flatMap((holder) => [
        <li key={`end ${holder.posting}`}>
          <Anchor className="tap" href={`/people/${holder.person}/postings/${holder.posting}/end`}>
            {t("staffing:act.end")}
            {of(holder.name)}
          </Anchor>
        </li>,
        <li key={`correct ${holder.posting}`}>
          <Anchor className="tap" href={`/people/${holder.person}/postings/${holder.posting}/correct`}>
            {t("staffing:act.correct")}
            {of(holder.name)}
          </Anchor>
        </li>,
      ])}
      <li>
        <Anchor className="tap" href={`${href}/flags`}>
          {t("staffing:act.flags")}
        </Anchor>
      </li>
      {post.holders.length === 0 && (
        <li>
          <Anchor className="tap" href={`${href}/close`}>
            {t("staffing:act.close")}
          </Anchor>
        </li>
      )}
    </ul>
  );
}
