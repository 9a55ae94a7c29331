import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge } from "../badge";
import { Button } from "../button";
import { EmptyState } from "../empty-state";
import { Row, Rows } from "../rows";
import { Section } from "../section";
import { UnitField, type UnitOptionGroup } from "../unit-field";

export interface PostChoice {
  post: string;
  title: string;
  deputy: boolean;
  state: "held" | "acting" | "vacant" | "planned";
  holders: string[];
}

const tones = { vacant: "bad", acting: "warn", planned: "info", held: "ok" } as const;

/** First the unit, then one of its posts: without script, by addresses alone. `hrefOf`: where choosing a post leads. */
export function PostChooser({
  units,
  unit,
  posts,
  hrefOf,
}: {
  units: readonly UnitOptionGroup[];
  unit: { publicId: string; name: string } | null;
  posts: readonly PostChoice[];
  hrefOf: (post: string) => string;
}) {
  const { t } = useTranslation();
  return (
    <>
      <Form method="get" className="flow">
        <UnitField
          id="unit"
          name="unit"
          label={t("staffing:choose.unit")}
          groups={units}
          none={t("staffing:choose.unitNone")}
          defaultValue={unit?.publicId ?? ""}
        />
        <Button variant={unit ? "secondary" : "primary"}>{t("staffing:choose.show")}</Button>
      </Form>
      {unit && (
        <Section className="section" title={t("staffing:choose.posts", { unit: unit.name })}>
          {posts.length === 0 ? (
            <EmptyState title={t("staffing:choose.none")} />
          ) : (
            <Rows>
              {posts.map((post) => (
                <Row
                  key={post.post}
                  href={hrefOf(post.post)}
                  title={post.deputy ? t("staffing:choose.deputy", { title: post.title }) : post.title}
                  meta={post.holders.join(", ")}
                  end={<Badge tone={tones[post.state]}>{t(`staffing:state.${post.state}`)}</Badge>}
                />
              ))}
            </Rows>
          )}
        </Section>
      )}
    </>
  );
}
