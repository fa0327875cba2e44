import { projectSchema } from "../model/generated/project.ts";
import { syncSchema } from "../model/generated/sync.ts";
import { WORKFLOWS } from "../model/generated/workflows.ts";

/** The files of a new project, by path. What it syncs is made up, and runs as it stands. */
export function scaffold(): ReadonlyMap<string, string> {
  return new Map([
    ["planhat-sync.yaml", SETTINGS],
    ["syncs/companies.yaml", SYNC],
    ["data/companies.csv", DATA],
    [".gitignore", ".planhat-sync/\n.env\n"],
    ...WORKFLOWS,
    ["schemas/sync.schema.json", `${JSON.stringify(syncSchema, null, 2)}\n`],
    ["schemas/project.schema.json", `${JSON.stringify(projectSchema, null, 2)}\n`],
  ]);
}

const SETTINGS = `# yaml-language-server: $schema=schemas/project.schema.json
version: 1
planhat:
  token: \${PLANHAT_API_TOKEN}      # of a Private App: Planhat, Settings > Private Apps
  region: \${PLANHAT_REGION:-}      # us1 for app-us1.planhat.com; empty for app.planhat.com
state: \${PLANHAT_SYNC_STATE:-.planhat-sync/state.db}   # CI: one that stays, postgres://…
`;

const SYNC = `# yaml-language-server: $schema=../schemas/sync.schema.json
version: 1
name: companies
source:
  csv:
    path: data/companies.csv
target:
  object: Company
mode: upsert                      # insert, update or upsert
key: externalId                   # what tells one company from another
fields:                           # Planhat's field: JSONata over a row of the source
  externalId: id
  name: $trim(name)
  phase: phase
  custom.Seats: $number(seats)
guards:
  maxRejected: 10%                # otherwise nothing is written
tests:
  - name: trims the name
    row: { id: c1, name: " Acme ", phase: Trial, seats: "10" }
    expect: { externalId: c1, name: Acme, phase: Trial, custom: { Seats: 10 } }
`;

const DATA = `id,name,phase,seats
c1,Acme,Customer,25
c2,"Bolt, Inc",Trial,5
c3,Cedar & Sons,Onboarding,12
`;
