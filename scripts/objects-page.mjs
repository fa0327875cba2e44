// docs/objects.md, from the object catalogue: what can be synced, and every field of it.

const HEAD = `<!-- Generated from schemas/objects/ by scripts/generate.mjs: do not edit, run \`npm run generate\`. -->

# Objects

What \`target.object\` may name, from the catalogue in [schemas/objects/](../schemas/objects). Metric and UserActivity are
streams: [streams.md](streams.md) says what is guaranteed for them. Field names are case-sensitive. The tenant's own
fields are written \`custom.Name\`, for every object but the streams.

- **keys**: the fields by which Planhat finds a record, in its order.
- **needed to create**: every one of them; of those joined by "or", one. A sync in mode update needs none.
- **page**: records of one page of a list, by default and at most.
- **computed**: by Planhat, so mapping it is an error; where it is **accepted** all the same, a warning.
- **unlisted**: on no page of Planhat that can be relied on; mapping it is a warning.
- **refers to**: what a field names by its \`_id\`. A company is also named by \`extid-\` and its externalId or \`srcid-\` and its
  sourceId, which \`companyId: { expr: account_id, by: externalId }\` writes for you; other records are
  [looked up](definitions.md#references-by-what-you-have): \`owner: { expr: owner_email, by: email }\`.
`;

/** Markdown. `objects` as in their files, in any order. */
export function objectsPage(objects) {
  const sorted = [...objects].sort((a, b) => a.name.localeCompare(b.name, "en"));
  const overview = table(
    ["object", "path", "keys", "needed to create", "page"],
    sorted.map((object) => [
      `[${object.name}](#${object.name.toLowerCase()})`,
      code(object.path),
      object.keyables.map(code).join(", ") || "none",
      neededFor(object),
      object.list.maxLimit === 0
        ? "no list"
        : `${count(object.list.defaultLimit)} / ${count(object.list.maxLimit)}`,
    ]),
  );
  return `${[HEAD.trimEnd(), overview, ...sorted.map(section)].join("\n\n")}\n`;
}

function section(object) {
  const { name, docs, particulars = [], unverified = [], fields } = object;
  const conditions = (object.requiredWhen ?? []).map(
    ({ field, is, needs }) =>
      `A new one needs ${needs.map(code).join(" or ")} where ${code(field)} is ${code(JSON.stringify(is))}${fields[field].default === is ? ", which it is by default" : ""}.`,
  );
  const { field: own } = object.pathIds.find(({ prefix }) => prefix === "extid-") ?? {};
  const within =
    object.externalIdWithinCompany && object.keyables.includes(own)
      ? [`${code(own)} is unique only within one company: map the company too.`]
      : [];
  const remarks = [
    ...[...particulars, ...conditions, ...within].map((text) => `- ${text}`),
    ...unverified.map((text) => `- Not documented by Planhat. ${text}`),
  ];
  const rows = Object.entries(fields).map(([field, spec]) => [
    code(field),
    typeOf(spec),
    marks(spec),
    cell(spec),
  ]);
  return [
    `## ${name}`,
    `[Planhat's documentation](${docs})`,
    ...(remarks.length === 0 ? [] : [remarks.join("\n")]),
    table(["field", "type", "marks", "what it holds"], rows),
  ].join("\n\n");
}

function neededFor({ required, stream }) {
  const groups = stream === undefined ? required : [...required, [stream.date]];
  return groups.map((group) => group.map(code).join(" or ")).join(", ");
}

function typeOf({ type, items }) {
  const words = { objectId: "id", epochDays: "days since 1970", array: "list" };
  const word = (name) => words[name] ?? name;
  return type === "array" && items !== undefined ? `list of ${word(items)}` : word(type);
}

function marks({ computed, unlisted, offered, written }) {
  const accepted = computed && (offered || written);
  return [computed && "computed", accepted && "accepted", unlisted && "unlisted"].filter(Boolean).join(", ");
}

function cell(spec) {
  return [
    spec.description,
    ...(spec.enum === undefined
      ? []
      : [`One of ${spec.enum.map((value) => code(String(value))).join(", ")}.`]),
    ...(spec.default === undefined ? [] : [`Default: ${code(String(spec.default))}.`]),
    ...(spec.ref === undefined ? [] : [`Refers to ${spec.ref}.`]),
    ...(spec.finds === undefined ? [] : [`Finds the ${spec.finds}.`]),
  ]
    .join(" ")
    .replaceAll("|", "\\|");
}

function code(text) {
  return `\`${text}\``;
}

function count(number) {
  return number.toLocaleString("en-US");
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
