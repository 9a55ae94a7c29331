import { useTranslation } from "react-i18next";
import { Facts } from "./facts";
import { Points } from "./points";
import { Section } from "./section";
import { TextSection } from "./text-section";

/** What is recorded about a person, why, who sees it, for how long; the page brings the `h1`. Shown at the first login too. */
export function PrivacyNotice() {
  const { t } = useTranslation();
  return (
    <>
      <TextSection title={t("about:privacy.recorded.title")}>
        <Points>
          {[
            t("about:privacy.recorded.person"),
            t("about:privacy.recorded.postings"),
            t("about:privacy.recorded.learning"),
            t("about:privacy.recorded.exams"),
            t("about:privacy.recorded.attemptLog"),
            t("about:privacy.recorded.certificates"),
            t("about:privacy.recorded.access"),
            t("about:privacy.recorded.tries"),
            t("about:privacy.recorded.changes"),
          ]}
        </Points>
      </TextSection>
      <TextSection title={t("about:privacy.never.title")}>
        <Points>
          {[
            t("about:privacy.never.sensitive"),
            t("about:privacy.never.insurance"),
            t("about:privacy.never.tracking"),
            t("about:privacy.never.others"),
          ]}
        </Points>
      </TextSection>
      <TextSection title={t("about:privacy.why.title")}>
        <Points>
          {[
            t("about:privacy.why.assign"),
            t("about:privacy.why.certify"),
            t("about:privacy.why.plan"),
            t("about:privacy.why.account"),
          ]}
        </Points>
      </TextSection>
      <WhoSees />
      <TextSection title={t("about:privacy.retention.title")}>
        <Points>
          {[
            t("about:privacy.retention.period"),
            t("about:privacy.retention.kept"),
            t("about:privacy.retention.sessions"),
            t("about:privacy.retention.attemptLog"),
            t("about:privacy.retention.letters"),
          ]}
        </Points>
      </TextSection>
      <TextSection title={t("about:privacy.rights.title")}>
        <Points>
          {[t("about:privacy.rights.see"), t("about:privacy.rights.correct"), t("about:privacy.rights.other")]}
        </Points>
      </TextSection>
      <LegalBasis />
      <p className="meta section-s">{t("about:privacy.version")}</p>
    </>
  );
}

function WhoSees() {
  const { t } = useTranslation();
  return (
    <Section title={t("about:privacy.who.title")} className="section">
      <Facts
        items={[
          { term: t("about:privacy.who.self.term"), value: t("about:privacy.who.self.value") },
          { term: t("about:privacy.who.leader.term"), value: t("about:privacy.who.leader.value") },
          { term: t("about:privacy.who.personnel.term"), value: t("about:privacy.who.personnel.value") },
          { term: t("about:privacy.who.overseers.term"), value: t("about:privacy.who.overseers.value") },
          { term: t("about:privacy.who.administrator.term"), value: t("about:privacy.who.administrator.value") },
          { term: t("about:privacy.who.public.term"), value: t("about:privacy.who.public.value") },
        ]}
      />
      <p className="section-s">{t("about:privacy.who.ends")}</p>
    </Section>
  );
}

/** Each source with the mark of how it was read. */
function LegalBasis() {
  const { t } = useTranslation();
  return (
    <TextSection title={t("about:privacy.basis.title")}>
      <ul>
        <li>
          {t("about:privacy.basis.law")} <span className="meta">({t("about:privacy.basis.lawMark")})</span>
        </li>
        <li>
          {t("about:privacy.basis.employees")} <span className="meta">({t("about:privacy.basis.employeesMark")})</span>
        </li>
      </ul>
    </TextSection>
  );
}
