import type { LoaderFunctionArgs } from "@remix-run/node";
import { today } from "~/config/clock.server";
import { type LifeAct, lifeRefusal } from "~/domain/certification/life-acts";
import type { Viewer } from "~/domain/permissions/viewer";
import type { Language } from "~/i18n/language";
import { POWER_OF } from "~/models/certification/act-on-certificate.server";
import { type CertificateForAct, certificateForAct } from "~/models/certification/certificate-for-act.server";
import { languageOf } from "./language.server";
import { notFound } from "./refusals.server";
import { requirePower } from "./viewer.server";

/** The certificate of the address as the page of an act shows it, and why the act cannot be done, where it cannot. */
export async function certificateToActOn(
  { request, context, params }: Pick<LoaderFunctionArgs, "request" | "context" | "params">,
  act: LifeAct,
): Promise<{ viewer: Viewer; certificate: CertificateForAct; shown: ShownCertificate; language: Language }> {
  const viewer = await requirePower(request, context, POWER_OF[act]);
  const certificate = await certificateForAct(viewer, params.id ?? "", POWER_OF[act], today());
  if (!certificate) throw notFound();
  const language = languageOf(request, viewer);
  const { face, publicId, serial, issuedOn, status, own } = certificate;
  const shown = {
    id: publicId,
    serial,
    holder: face.holder,
    unit: face.unit[language],
    programme: face.programme[language],
    issuedOn,
    status,
    impossible: own ? ("own" as const) : lifeRefusal(act, status),
  };
  return { viewer, certificate, shown, language };
}

export interface ShownCertificate {
  id: string;
  serial: string;
  holder: string;
  unit: string;
  programme: string;
  issuedOn: string;
  status: CertificateForAct["status"];
  impossible: "own" | ReturnType<typeof lifeRefusal>;
}
