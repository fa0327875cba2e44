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
/** The linter reads what definition/ placed, and definition/ runs it: the one pair of rooms that know each other. */
const paired = { definition: ["lint"], lint: ["definition"] };

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-circular",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
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
        pathNot: `^src/(${[folder, "model", ...(connecting.includes(folder) ? ["postgres"] : []), ...(paired[folder] ?? [])].join("|")})/`,
      },
    })),
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
