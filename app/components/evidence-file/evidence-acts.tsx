import { useTranslation } from "react-i18next";
import { CHANGE_KINDS } from "~/domain/evidence-file/change-kinds";
import type { ActEvidence, EvidenceFile } from "~/domain/evidence-file/evidence-file";
import { useInstant } from "../exams/attempt-log";
import { Section } from "../section";
import { Table } from "../table";
import { Hash } from "./evidence-attempt";

/** The log: the changes that wrote what the file holds, with who, when and under which document. */
export function EvidenceActs({ acts }: { acts: readonly ActEvidence[] }) {
  const { t } = useTranslation();
  const instant = useInstant();
  return (
    <Section title={t("reports:evidence.acts.title")} meta={t("reports:evidence.acts.count", { count: acts.length })}>
      <Table
        caption={t("reports:evidence.acts.title")}
        columns={[
          { key: "what", label: t("reports:evidence.acts.what") },
          { key: "who", label: t("reports:evidence.acts.who") },
          { key: "when", label: t("reports:evidence.acts.when") },
          { key: "why", label: t("reports:evidence.acts.why") },
        ]}
        rows={acts.map((act) => {
          // an older one may stand under a name that is not used any more
          const known = CHANGE_KINDS.find((each) => each === act.kind);
          return {
            key: String(act.change),
            cells: [
              <span key="what">
                {known ? t(`reports:evidence.acts.kind.${known}`) : <code>{act.kind}</code>}
                <span className="meta block">{t("reports:evidence.change", { change: act.change })}</span>
              </span>,
              act.onBehalfOf
                ? t("reports:evidence.acts.behalf", { name: act.by ?? "", lender: act.onBehalfOf })
                : (act.by ?? t("reports:evidence.house")),
              instant(act.at),
              [act.document, act.note].filter(Boolean).join(". ") || "–",
            ],
          };
        })}
      />
    </Section>
  );
}

/** The documents that go with the file, and the signatures on them. */
export function EvidenceDocuments({ file }: { file: Pick<EvidenceFile, "documents" | "certificate"> }) {
  const { t } = useTranslation();
  const instant = useInstant();
  const { documents, certificate } = file;
  const signed = [
    ...(certificate?.signatures ?? []).map(({ keyId, sha256, at }) => ({
      what: "signature" as const,
      keyId,
      sha256,
      at,
    })),
    ...(certificate?.credentials ?? []).map(({ keyId, sha256, at }) => ({
      what: "credential" as const,
      keyId,
      sha256,
      at,
    })),
  ];
  return (
    <Section title={t("reports:evidence.documents.title")} meta={t("reports:evidence.documents.meta")}>
      {documents.length === 0 && <p className="section-s">{t("reports:evidence.documents.none")}</p>}
      {documents.length > 0 && (
        <Table
          caption={t("reports:evidence.documents.title")}
          columns={[
            { key: "name", label: t("reports:evidence.documents.name") },
            { key: "hash", label: "SHA-256" },
          ]}
          rows={documents.map(({ name, sha256 }) => ({ key: name, cells: [name, <Hash key="hash" value={sha256} />] }))}
        />
      )}
      {signed.length > 0 && (
        <Table
          caption={t("reports:evidence.documents.signed")}
          showCaption
          columns={[
            { key: "what", label: t("reports:evidence.documents.what") },
            { key: "key", label: t("reports:evidence.documents.key") },
            { key: "hash", label: "SHA-256" },
            { key: "at", label: t("reports:evidence.acts.when") },
          ]}
          rows={signed.map(({ what, keyId, sha256, at }) => ({
            key: `${what} ${keyId}`,
            cells: [
              t(`reports:evidence.documents.${what}`),
              <code key="key">{keyId}</code>,
              <Hash key="hash" value={sha256} />,
              instant(at),
            ],
          }))}
        />
      )}
    </Section>
  );
}
