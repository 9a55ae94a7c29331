import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "./components/button";
import { Footer } from "./components/footer";
import { LanguageForm } from "./components/language-form";
import { Masthead } from "./components/masthead";
import { PageTitle } from "./components/page-title";
import { SkipLink } from "./components/skip-link";
import { initials } from "./domain/people/person-name";
import { worksHere } from "./domain/permissions/viewer";
import { languageOf } from "./http/language.server";
import { navigationFor } from "./http/navigation.server";
import { resolveViewer } from "./http/viewer.server";
import { refusalKind } from "./i18n/refusal-kind";
import { textsNeeded } from "./i18n/text-parts";
import styles from "./styles/index.css?url";

/** Pages name themselves; this stands where none could, on error pages. */
export const meta: MetaFunction = () => [{ title: "Cầu Nối" }];

export const links: LinksFunction = () => [
  {
    rel: "preload",
    href: "/fonts/be-vietnam-pro-vietnamese-400-normal.woff2",
    as: "font",
    type: "font/woff2",
    crossOrigin: "anonymous",
  },
  {
    rel: "preload",
    href: "/fonts/be-vietnam-pro-latin-400-normal.woff2",
    as: "font",
    type: "font/woff2",
    crossOrigin: "anonymous",
  },
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer } = await resolveViewer(request, context);
  return {
    nonce: context.nonce,
    language: languageOf(request, viewer),
    theme: viewer?.theme ?? "system",
    texts: viewer !== null && worksHere(viewer) ? "all" : textsNeeded(new URL(request.url).pathname),
    account: viewer && { name: viewer.fullName, initials: initials(viewer.fullName) },
    navigation: navigationFor(viewer),
  };
}

/** The frame changes only with language, login or theme, and each of those loads the document anew. */
export function shouldRevalidate() {
  return false;
}

export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>("root");
  const { i18n } = useTranslation();
  const nonce = data?.nonce;
  return (
    <html
      lang={i18n.language}
      data-theme={data && data.theme !== "system" ? data.theme : undefined}
      data-texts={data?.texts}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#0f4c63" />
        <Meta />
        <Links />
      </head>
      <body>
        <SkipLink />
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

/** A page with `handle.bare` brings its own head: the login gate, an exam. */
export interface PageHandle {
  bare?: boolean;
  /** says the same to all visitors, so that it is rendered once for them */
  forAllAlike?: boolean;
}

export default function App() {
  const bare = useMatches().some(({ handle }) => (handle as PageHandle | undefined)?.bare);
  if (bare) return <Outlet />;
  return (
    <Frame>
      <Outlet />
    </Frame>
  );
}

function Frame({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>("root");
  const { pathname, search } = useLocation();
  const { t } = useTranslation();
  return (
    <>
      <Masthead
        items={(data?.navigation ?? []).map(({ key, href }) => ({
          href,
          label: t(`common:nav.${key}`),
          current: href === "/" ? pathname === "/" : pathname === href || pathname.startsWith(`${href}/`),
        }))}
        languageSwitch={<LanguageForm back={pathname + search} />}
        account={data?.account ? { href: "/account", ...data.account } : undefined}
      />
      {children}
      <Footer
        links={[
          { href: "/help", label: t("common:foot.help") },
          { href: "/verify", label: t("common:foot.verify") },
          { href: "/accessibility", label: t("common:foot.accessibility") },
          { href: "/privacy", label: t("common:foot.privacy") },
        ]}
      >
        {t("common:foot.about")}
      </Footer>
    </>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  const { t } = useTranslation();
  const kind = refusalKind(isRouteErrorResponse(error) ? error.status : 500);
  const title = t(`common:error.${kind}.title`);
  return (
    <Frame>
      <main id="main" className="wrap">
        <PageTitle title={title} lead={t(`common:error.${kind}.text`)} />
        <p>
          <LinkButton href="/" reload>
            {t("common:error.home")}
          </LinkButton>
        </p>
      </main>
    </Frame>
  );
}
