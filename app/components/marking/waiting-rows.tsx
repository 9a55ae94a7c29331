import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { civilDateOf, showCivilDate } from "~/domain/time/civil-date";
import { Button } from "../button";
import { Row, Rows } from "../rows";

export interface WaitingLine {
  kind: "task" | "item" | "appeal";
  questionVersionId: number | null;
  courseId: number;
  title: string;
  course: string;
  count: number;
  oldest: string;
}

/** Work that waits, by kind; a button takes the oldest of it. */
export function WaitingRows({ kinds }: { kinds: readonly WaitingLine[] }) {
  const { t } = useTranslation();
  return (
    <Rows>
      {kinds.map((kind) => (
        <Row
          key={`${kind.kind} ${kind.questionVersionId} ${kind.courseId}`}
          heading={3}
          title={kind.title || t("marking:wholePaper")}
          meta={[t(`marking:kind.${kind.kind}`), kind.course].join(" · ")}
          cells={[
            t("marking:queue.count", { count: kind.count }),
            t("marking:queue.oldest", { date: showCivilDate(civilDateOf(kind.oldest)) }),
          ]}
          end={
            <Form method="post" action="/marking/take">
              <input type="hidden" name="kind" value={kind.kind} />
              <input type="hidden" name="question" value={kind.questionVersionId ?? ""} />
              <input type="hidden" name="course" value={kind.courseId} />
              <Button variant="secondary">
                {t("marking:queue.take")}
                <span className="sr"> {kind.title || t("marking:wholePaper")}</span>
              </Button>
            </Form>
          }
        />
      ))}
    </Rows>
  );
}
