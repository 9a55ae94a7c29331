import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "~/components/button";
import { CheckFile } from "~/components/check-file";
import { PaperFacts } from "~/components/paper-facts";
import { SpanBar } from "~/components/span-bar";
import type { Tone } from "~/components/tone";
import { Verdict } from "~/components/verdict";
import { now } from "~/config/clock.server";
import type { CertificateStatus } from "~/domain/certification/certificate-status";
import { paperShown } from "~/domain/certification/paper-shown";
import { civilDateOf, showCivilDate, showTime } from "~/domain/time/civil-date";
import { readCheckedFile } from "~/http/checked-file.server";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { badRequest, notFound } from "~/http/refusals.server";
import { UNLISTED, UNLISTED_META } from "~/http/unlisted";
import { resolveViewer } from "~/http/viewer.server";
import { checkFile } from "~/models/certification/check-file.server";
import { verifyCertificate } from "~/models/certification/verify-certificate.server";
import { countingMisses } from "~/models/certification/verify-throttle.server";

export const handle = { forAllAlike: true };

export const headers = () => UNLISTED;

/** Public: what the paper shows and whether it holds now; no more. Indexed by nobody, misses are counted. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { viewer } = await resolveViewer(request, context);
  const language = languageOf(request, viewer);
  const title = await pageTitle(request, context, "certificates:verify.title");
  const checked = `${now().slice(0, 16)}:00.000Z`;
  const { serial = "", code = "" } = params;
  const counted = await countingMisses(context.clientAddress, () =>
    verifyCertificate(serial, code, civilDateOf(checked)),
  );
  if (counted.found === null) {
    const minutes = Math.ceil(counted.waitSeconds / 60);
    return minutes > 0
      ? data({ title, checked, outcome: "throttled" as const, minutes }, { status: 429 })
      : data({ title, checked, outcome: "unknown" as const }, { status: 404 });
  }
  const { paper, status } = counted.found;
  return data({ title, checked, outcome: "found" as const, status, paper: paperShown(paper, language) });
}

/** Compares a file with the document of this certificate; nothing is kept of it. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { serial = "", code = "" } = params;
  const { found } = await countingMisses(context.clientAddress, () =>
    verifyCertificate(serial, code, civilDateOf(now())),
  );
  if (!found) throw notFound();
  const file = await readCheckedFile(request);
  if (typeof file === "string") return data({ answer: file }, { status: 400 });
  const check = await checkFile(file, found.certificate.id);
  if (check.outcome === "unknown") throw badRequest();
  return data({ answer: check.outcome === "matches" ? check.kind : check.outcome });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }, UNLISTED_META];

const TONES: Record<CertificateStatus, Tone> = {
  valid: "ok",
  expiring: "ok",
  expired: "warn",
  revoked: "bad",
  replaced: "warn",
  "not-yet": "warn",
};

export default function Verified() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>()?.answer;
  const { t } = useTranslation();
  const checkedAt = t("certificates:verified.checked", {
    time: showTime(page.checked),
    date: showCivilDate(civilDateOf(page.checked)),
  });
  if (page.outcome !== "found") {
    return (
      <main id="main" className="narrow flow">
        <Verdict
          tone="bad"
          kicker={t("certificates:verify.title")}
          title={t(
            `certificates:verified.${page.outcome}`,
            page.outcome === "throttled" ? { minutes: page.minutes } : {},
          )}
          meta={checkedAt}
        />
        <p>{t(`certificates:verified.${page.outcome}Text`)}</p>
        <p>
          <LinkButton href="/verify" variant="secondary" stretch>
            {t("certificates:verified.again")}
          </LinkButton>
        </p>
      </main>
    );
  }
  const { paper, status } = page;
  return (
    <main id="main" className="narrow">
      <div className="flow">
        <Verdict
          tone={TONES[status.is]}
          kicker={t("certificates:verify.title")}
          title={t(`certificates:verified.status.${status.is}`)}
          meta={checkedAt}
        />
        {status.since && <p>{t("certificates:verified.since", { date: showCivilDate(status.since) })}</p>}
        {status.replacedBy && <p>{t("certificates:verified.replacedBy", { serial: status.replacedBy })}</p>}
        <SpanBar
          from={paper.issuedOn}
          lastDay={paper.lastDay}
          asOf={status.on}
          endedOn={status.is === "expired" ? undefined : (status.since ?? undefined)}
        />
        <PaperFacts paper={paper} />
        <p className="meta">{t("certificates:verified.compare")}</p>
      </div>
      <CheckFile answer={answer} />
    </main>
  );
}
