/** One rule of import: cli → app → rooms → model. A room imports itself and model/; app/ wires the rooms; only cli/ (and index.ts) imports app/. */
const folders = [
  "definition",
  "lint",
  "expression",
  "sources",
  "engine",
  "planhat",
  "state",
  "report",
  "sandbox",
  "postgres",
  "watch",
  "page",
];
/** Sources read from PostgreSQL and the state may be kept in it: how to connect is one piece of code. */
const connecting = ["sources", "state"];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-circular",
      severity: "error",
      comment: "those of types alone included",
      from: {},
      to: { circular: true },
    },
    {
      name: "model-imports-nothing-of-ours",
      severity: "error",
      from: { path: "^src/model/" },
      to: { path: "^src/", pathNot: "^src/model/" },
    },
    ...folders.map((folder) => ({
      name: `${folder}-imports-itself-and-model`,
      severity: "error",
      from: { path: `^src/${folder}/` },
      to: {
        path: "^src/",
        pathNot: `^src/(${[folder, "model", ...(connecting.includes(folder) ? ["postgres"] : [])].join("|")})/`,
      },
    })),
    {
      name: "app-knows-no-command-line",
      severity: "error",
      comment: "what it needs from outside comes in one argument; biome refuses the global process there",
      from: { path: "^src/app/" },
      to: { path: "^src/cli/|^(node:)?process$|node_modules/(commander|@clack|cli-progress)/" },
    },
    {
      name: "only-the-edges-import-app",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(app/|cli/|bin\\.ts|index\\.ts|sandbox-api\\.ts)" },
      to: { path: "^src/(app|cli)/" },
    },
    {
      name: "cli-imports-app-report-and-model",
      severity: "error",
      comment: "a use case that needs another room stands in app/",
      from: { path: "^src/cli/" },
      to: { path: "^src/", pathNot: "^src/(cli|app|report|model)/" },
    },
    {
      name: "no-source-imports-another",
      severity: "error",
      from: { path: "^src/sources/(?!formats/|sql/)([^/]+)/" },
      to: { path: "^src/sources/[^/]+/", pathNot: "^src/sources/($1|formats|sql)/" },
    },
    {
      name: "engine-model-and-watch-do-no-io",
      severity: "error",
      comment: "time, randomness and the ports arrive as arguments",
      from: { path: "^src/(engine|model|watch)/" },
      to: { dependencyTypes: ["core"], pathNot: "^(node:)?crypto$" },
    },
    { name: "not-to-unresolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
    {
      name: "src-does-not-know-tests",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^(test|scripts)/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default"] },
  },
};
