import type { createRequestHandler } from "@remix-run/express";

type ServerBuild = Extract<Parameters<typeof createRequestHandler>[0]["build"], { entry: unknown }>;

/**
 * Remix holds every request against every address of the site, several times over: with two hundred addresses that took a sixth
 * of all processor time. A section is what lies under one first word of the path: it knows its own addresses, the frame, the
 * first page and the page for what does not exist. Browsers ask for the addresses of other sections as they meet links to them.
 */
export function sectionsOf(build: ServerBuild): (path: string) => ServerBuild {
  const sections = new Map<string, ServerBuild>();
  for (const { path, parentId } of Object.values(build.routes)) {
    const first = firstWord(path ?? "");
    if (parentId !== undefined && !sections.has(first) && !isAny(first)) sections.set(first, only(build, first));
  }
  return (path) => sections.get(firstWord(path.replace(/\.data$/, "").replace(/^\/_root$/, "/"))) ?? build;
}

function firstWord(path: string): string {
  return path.replace(/^\//, "").split("/", 1)[0] ?? "";
}

const isAny = (word: string) => word.startsWith(":") || word.startsWith("*");

function only(build: ServerBuild, section: string): ServerBuild {
  const belongs = (id: string): boolean => {
    const route = build.routes[id];
    if (!route) return false;
    // the frame has no parent. The first page goes with all: a browser that does not know it takes the frame alone for it
    if (route.parentId === undefined || route.index) return true;
    // what lies inside of another page goes with it
    if (build.routes[route.parentId]?.parentId !== undefined) return belongs(route.parentId);
    const first = firstWord(route.path ?? "");
    return first === section || isAny(first);
  };
  const part = <T>(routes: Record<string, T>) =>
    Object.fromEntries(Object.entries(routes).filter(([id]) => belongs(id)));
  return { ...build, routes: part(build.routes), assets: { ...build.assets, routes: part(build.assets.routes) } };
}
