import { useTranslation } from "react-i18next";
import type { PreviewSum } from "~/domain/organisation/preview-turns";
import type { CivilDate } from "~/domain/time/civil-date";
import { Anchor } from "../anchor";
import { Button } from "../button";
import { Check } from "../choice";
import { FieldError } from "../field";
import { Section } from "../section";
import {
  type EndingData,
  FocalQuestion,
  type FocalQuestionData,
  type GrantData,
  GrantQuestion,
  PostQuestions,
} from "./decision-fields";
import { HeadCounts, PostWays, type PreviewChangesData, UnitChanges } from "./preview-changes";
import { PreviewLeft, type PreviewLeftData } from "./preview-left";
import { TurnDrawing, type TurnProps } from "./turn-drawing";

export interface PreviewBodyProps {
  /** address of the plan */
  href: string;
  unread: boolean;
  page: PreviewChangesData &
    Omit<PreviewLeftData, "vacantPosts"> & {
      date: CivilDate;
      sum: PreviewSum;
      mustRead: boolean;
      mayExport: boolean;
      turns: TurnProps["turns"];
      ending: readonly EndingData[];
      focal: readonly FocalQuestionData[];
      grants: readonly GrantData[];
    };
}

/** The picture, what is to be decided, all that changes, what stays; then the one button. */
export function PreviewBody({ page, href, unread }: PreviewBodyProps) {
  const { t } = useTranslation();
  const questions =
    page.focal.length > 0 || page.grants.length > 0 || page.ending.some(({ heirs }) => heirs.length > 1);
  const posts = page.ending.reduce((sum, each) => sum + each.posts.length + each.hiddenPosts, 0);
  return (
    <>
      {page.turns.length > 0 && (
        <Section className="section" title={t("reorganisation:turn.title")}>
          <div className="section-s">
            <TurnDrawing date={page.date} turns={page.turns} />
          </div>
        </Section>
      )}
      <div className={questions ? "split-3-2 section" : "grid-2 section"}>
        {questions && (
          <div className="flow-l">
            {page.focal.map((question) => (
              <FocalQuestion key={question.key} question={question} />
            ))}
            <PostQuestions ending={page.ending} />
            <GrantQuestion grants={page.grants} />
            <p>
              <Button variant="secondary" name="do" value="save">
                {t("reorganisation:preview.save")}
              </Button>
            </p>
          </div>
        )}
        <div className="flow-l">
          <UnitChanges units={page.units} levels={page.levels} areas={page.areas} />
          <HeadCounts counts={page.counts} people={page.people} />
        </div>
        {!questions && (
          <div className="flow-l">
            <Rest page={page} href={href} posts={posts} />
          </div>
        )}
      </div>
      {questions && (
        <div className="grid-2 section">
          <Rest page={page} href={href} posts={posts} />
        </div>
      )}
      <div className="section">
        {page.mustRead && (
          <div>
            {unread && (
              <FieldError id="read-error" errors={[t("reorganisation:preview.mustRead", { count: page.sum.people })]} />
            )}
            <Check
              id="read"
              name="read"
              value="yes"
              aria-invalid={unread || undefined}
              aria-describedby={unread ? "read-error" : undefined}
            >
              {t("reorganisation:preview.read")}
            </Check>
          </div>
        )}
        <p className="row section-xs">
          <Button name="do" value="carry-out">
            {t("reorganisation:preview.carryOut")}
          </Button>
          <Anchor className="tap" href={href}>
            {t("reorganisation:preview.back")}
          </Anchor>
        </p>
        <p className="meta section-xs">{t("reorganisation:preview.undoable")}</p>
      </div>
    </>
  );
}

function Rest({ page, href, posts }: Pick<PreviewBodyProps, "page" | "href"> & { posts: number }) {
  const { t } = useTranslation();
  return (
    <>
      {posts > 0 && (
        <div>
          <PostWays ending={page.ending} />
          {page.mayExport && (
            <p>
              <Anchor className="tap" href={`${href}/preview.csv`} reload>
                {t("reorganisation:preview.file", { count: posts })}
              </Anchor>
            </p>
          )}
        </div>
      )}
      <div className="flow-l">
        <PreviewLeft
          left={page.left}
          withoutPost={page.withoutPost}
          rules={page.rules}
          vacantPosts={page.sum.vacantPosts}
          open={page.open}
        />
      </div>
    </>
  );
}
