import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageTitle } from "~/components/page-title";
import { ValidityWords } from "~/components/programmes/validity-words";
import { Row, Rows } from "~/components/rows";
import { today } from "~/config/clock.server";
import { isStaff } from "~/domain/permissions/viewer";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { requireViewer } from "~/http/viewer.server";
import { listProgrammes } from "~/models/programmes/programme-pages.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context);
  if (!isStaff(viewer)) throw notFound();
  const programmes = await listProgrammes(today(), languageOf(request, viewer));
  return { title: await pageTitle(request, context, "programmes:list.title"), programmes };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Programmes() {
  const { programmes } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <main id="main" className="wrap">
      <PageTitle title={t("programmes:list.title")} lead={t("programmes:list.lead")} />
      <Rows>
        {programmes.map(({ key, title, short, validity }) => (
          <Row
            key={key}
            title={short}
            href={`/programmes/${key}`}
            meta={
              <>
                {title}
                <br />
                <ValidityWords validity={validity} />
              </>
            }
          />
        ))}
      </Rows>
    </main>
  );
}
