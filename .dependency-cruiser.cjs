/** The floor plan as rules; type imports count. `npm test` runs it. */
const our = "^(app|prisma|tests)/";
module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: { path: our }, to: { circular: true } },
    {
      name: "domain-imports-domain",
      comment: "The rules stand alone: domain, zod, and the pure date library.",
      severity: "error",
      from: { path: "^app/domain/", pathNot: "\\.test\\.tsx?$" },
      to: { pathNot: ["^app/domain/", "^node_modules/(zod|temporal-polyfill|temporal-spec)/"] },
    },
    {
      name: "only-models-import-prisma",
      severity: "error",
      from: { path: our, pathNot: "^app/models/" },
      to: { path: "^(app/models/generated/|node_modules/(@prisma/client|\\.prisma))" },
    },
    {
      name: "inner-rooms-know-no-outer-ones",
      severity: "error",
      from: { path: "^app/(models|content|documents|jobs)/" },
      to: { path: ["^app/(http|components|routes|commands)/", "^node_modules/(react|react-dom|react-i18next|@remix-run)/"] },
    },
    {
      name: "content-and-documents-import-no-models",
      severity: "error",
      from: { path: "^app/(content|documents)/" },
      to: { path: "^app/(models|jobs)/" },
    },
    {
      name: "http-imports-no-pages",
      severity: "error",
      from: { path: "^app/http/" },
      to: { path: "^app/(components|routes|commands|jobs)/" },
    },
    {
      name: "components-are-presentational",
      severity: "error",
      from: { path: "^app/components/", pathNot: "\\.test\\.tsx?$" },
      to: { path: ["^app/", "\\.server\\.ts$"], pathNot: ["^app/(domain|components|i18n|styles)/"] },
    },
    {
      name: "config-and-i18n-stand-below",
      severity: "error",
      from: { path: "^app/(config|i18n)/" },
      to: { path: "^app/", pathNot: "^app/(config|i18n|domain)/" },
    },
    {
      name: "i18n-without-react",
      severity: "error",
      from: { path: "^app/i18n/" },
      to: { path: "^node_modules/(react|react-dom|react-i18next)/" },
    },
    {
      name: "nothing-imports-a-route",
      severity: "error",
      from: { path: our, pathNot: "^app/routes/" },
      to: { path: "^app/routes/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "routes-import-no-route",
      severity: "error",
      from: { path: "^app/routes/" },
      to: { path: "^app/routes/", dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^app/models/generated/(?!client)" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
  },
};
