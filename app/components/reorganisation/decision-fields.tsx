import { useTranslation } from "react-i18next";
import type { FocalCertificate } from "~/domain/organisation/batch-preview";
import type { PostingKind } from "~/domain/people/people-batch";
import type { Role } from "~/domain/permissions/role";
import { type CivilDate as Civil, showCivilDate } from "~/domain/time/civil-date";
import { Badge } from "../badge";
import { Check, Choice, Choices } from "../choice";
import { SelectField } from "../field";
import { Fold } from "../fold";
import { Section } from "../section";
import type { Tone } from "../tone";

export interface FocalQuestionData {
  key: string;
  name: string;
  keeper: string | null;
  candidates: readonly {
    staffCode: string;
    name: string;
    from: string;
    certificate: FocalCertificate | null;
    until: Civil | null;
  }[];
}

const tones: Record<FocalCertificate, Tone> = {
  valid: "ok",
  expiring: "warn",
  expired: "warn",
  revoked: "bad",
  replaced: "warn",
  none: "warn",
};

/** Who keeps the focal-point post of a unit that takes over from several: exactly one, or nobody yet. */
export function FocalQuestion({ question }: { question: FocalQuestionData }) {
  const { t } = useTranslation();
  const name = `focal:${question.key}`;
  return (
    <Section title={t("reorganisation:decide.focal", { unit: question.name })}>
      <p className="section-xs">{t("reorganisation:decide.focalText")}</p>
      <div className="section-s">
        <Choices legend={t("reorganisation:decide.focal", { unit: question.name })} legendAs="hidden">
          {question.candidates.map(({ staffCode, name: person, from, certificate, until }) => (
            <Choice
              key={staffCode}
              name={name}
              value={staffCode}
              defaultChecked={question.keeper === staffCode}
              note={
                certificate && (
                  <Badge tone={tones[certificate]}>
                    {t(`reorganisation:certificate.${certificate}`, { until: until ? showCivilDate(until) : "" })}
                  </Badge>
                )
              }
            >
              <b>{person}</b>, {from}
            </Choice>
          ))}
          <Choice
            name={name}
            value="none"
            defaultChecked={question.keeper === null}
            note={t("reorganisation:decide.nobodyText")}
          >
            {t("reorganisation:decide.nobody")}
          </Choice>
        </Choices>
      </div>
    </Section>
  );
}

export interface EndingData {
  key: string;
  name: string;
  heirs: readonly { key: string; name: string }[];
  posts: readonly {
    publicId: string;
    position: string;
    deputy: boolean;
    becomesDeputy: boolean;
    to: string | null;
    holders: readonly { name: string; kind: PostingKind }[];
  }[];
  hiddenPosts: number;
}

/** To which heir each post of a unit goes that ends and is followed by several. */
export function PostQuestions({ ending }: { ending: readonly EndingData[] }) {
  const { t } = useTranslation();
  const open = ending.filter(({ heirs, posts }) => heirs.length > 1 && posts.length > 0);
  if (open.length === 0) return null;
  return (
    <Section title={t("reorganisation:decide.posts")}>
      <p className="section-xs">{t("reorganisation:decide.postsText")}</p>
      {open.map((unit) => (
        <Fold
          key={unit.key}
          open={open.length === 1}
          summary={t("reorganisation:decide.postsOf", { count: unit.posts.length, unit: unit.name })}
        >
          {unit.posts.map((post) => (
            <SelectField
              key={post.publicId}
              id={`post-${post.publicId}`}
              name={`post:${post.publicId}`}
              label={<PostName post={post} />}
              options={unit.heirs.map(({ key, name }) => ({ value: key, label: name }))}
              defaultValue={post.to ?? ""}
            />
          ))}
        </Fold>
      ))}
    </Section>
  );
}

/** A post by its position and who holds it. */
export function PostName({ post }: { post: EndingData["posts"][number] }) {
  const { t } = useTranslation();
  const names = post.holders.map(({ name, kind }) =>
    kind === "primary" ? name : t(`reorganisation:holder.${kind}`, { name }),
  );
  const position = post.deputy ? t("reorganisation:holder.deputy", { position: post.position }) : post.position;
  return (
    <>
      {names.length > 0 ? names.join(", ") : t("reorganisation:holder.none")}
      <span className="hint"> ({position})</span>
    </>
  );
}

export interface GrantData {
  publicId: string;
  role: Role;
  person: string;
  unit: string;
  carried: boolean;
  own: boolean;
}

/** Which permissions over units that end are granted again over the heirs. */
export function GrantQuestion({ grants }: { grants: readonly GrantData[] }) {
  const { t } = useTranslation();
  if (grants.length === 0) return null;
  return (
    <Section title={t("reorganisation:decide.grants", { count: grants.length })}>
      <p className="section-xs">{t("reorganisation:decide.grantsText")}</p>
      {grants.map((grant) => {
        const words = (
          <>
            <b>{grant.person}</b>: {t(`permissions:role.${grant.role}`)}, {grant.unit}
          </>
        );
        return (
          <div key={grant.publicId}>
            {grant.own ? (
              <p className="section-xs">
                {words} <span className="meta">{t("reorganisation:decide.ownGrant")}</span>
              </p>
            ) : (
              <Check name="grant" value={grant.publicId} defaultChecked={grant.carried}>
                <span>{words}</span>
              </Check>
            )}
          </div>
        );
      })}
    </Section>
  );
}
