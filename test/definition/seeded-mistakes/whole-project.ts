/** A project of three syncs, its settings and its workflow, with nothing wrong: each seeded mistake changes one place. */
export const WHOLE_PROJECT: Readonly<Record<string, string>> = {
  "planhat-sync.yaml": `# yaml-language-server: $schema=schemas/project.schema.json
version: 1
planhat:
  token: \${PLANHAT_API_TOKEN}
  region: us1
syncs: syncs
state: .planhat-sync/state.db
connections:
  warehouse: \${WAREHOUSE_URL}
limits:
  callsPerMinute: 200
  concurrency: 1
lint:
  rules:
    unlisted-field: error
`,
  "syncs/companies.yaml": `# yaml-language-server: $schema=../schemas/sync.schema.json
version: 1
name: companies
description: Paying accounts of the warehouse.
source:
  postgres:
    connection: warehouse
    query: |
      SELECT a.account_id, a.name, a.stage, a.tier, a.owner_planhat_id, a.updated_at,
             sum(s.amount) AS mrr
      FROM accounts a JOIN subscriptions s USING (account_id)
      WHERE a.region = $1
      GROUP BY a.account_id
    params: [emea]
    cursor: { column: updated_at, lag: 5m }
target:
  object: Company
mode: upsert
key: externalId
fields:
  externalId: account_id
  name: $trim(name)
  phase: stage
  status: 'stage = "Churned" ? "lost" : "customer"'
  owner: owner_planhat_id
  custom.Tier: 'tier = "ent" ? "Enterprise" : "Growth"'
  custom.MRR: $number(mrr)
batch:
  size: 1000
guards:
  maxRejected: 5%
  maxChanges: 50%
tests:
  - name: trims the name
    row: { account_id: a1, name: " Acme ", stage: Adoption, tier: ent, mrr: "10.50" }
    expect:
      externalId: a1
      name: Acme
      phase: Adoption
      status: customer
      custom: { Tier: Enterprise, MRR: 10.5 }
  - name: a company needs a name
    row: { account_id: a2, name: " ", stage: Adoption, tier: ent, mrr: "1" }
    expectError: required-field
`,
  "syncs/contacts.yaml": `version: 1
source:
  csv:
    path: data/contacts.csv
    delimiter: ";"
    header: [contact_id, account_id, email, first_name, last_name, phone, vip, seats, "e-mail-2"]
target: { object: Enduser }
mode: upsert
key: externalId
fields:
  externalId: contact_id
  companyId: '"extid-" & account_id'
  email: $lowercase($trim(email))
  firstName: first_name
  lastName: last_name
  phone: 'phone != "" ? phone'
  featured: vip = "yes"
  custom.Seats: $number(seats)
  custom.Initials: $substring(first_name, 0, 1) & $substring(last_name, 0, 1)
  custom.Large: $number(seats) > 100
guards: { minRows: 100, maxRejected: 2% }
tests:
  - name: takes the contact as it is
    row: { contact_id: c1, account_id: a1, email: Ada@Acme.example, first_name: Ada, last_name: Olsen, phone: "", vip: "yes", seats: "3" }
    expect: { externalId: c1, companyId: extid-a1, email: ada@acme.example, firstName: Ada, lastName: Olsen, featured: true,
      custom: { Seats: 3, Initials: AO, Large: false } }
`,
  "syncs/usage.yaml": `version: 1
source:
  http:
    url: https://api.example.com/v1/usage
    query: { active: true }
    auth: { bearer: "\${USAGE_TOKEN}" }
    records: data
    pagination: { page: { param: page, start: 1, size: 100, sizeParam: per_page } }
    cursor: { column: changed_at, param: since, lag: 5m }
    rateLimit: { perSecond: 5 }
target: { object: Company }
mode: update
key: externalId
fields:
  externalId: 'account != null ? $string(account)'
  city: address.city
  tags: '[products.name]'
  custom.Logins: logins
  custom.Changed: changed_at
`,
  ".github/workflows/planhat.yml": `name: planhat
on:
  pull_request:
  push:
    branches: [main]
permissions:
  contents: read
concurrency: planhat
jobs:
  sync:
    runs-on: ubuntu-latest
    env:
      PLANHAT_API_TOKEN: \${{ secrets.PLANHAT_API_TOKEN }}
      PLANHAT_SYNC_STATE: \${{ secrets.PLANHAT_SYNC_STATE }}
    steps:
      - uses: actions/checkout@v4
      - run: npm install --global planhat-sync@0.1.0
      - run: planhat-sync validate --strict
      - if: github.event_name == 'push'
        run: planhat-sync apply --auto-approve
`,
  ".gitignore": "node_modules/\n.planhat-sync/\n.env\n",
  "data/contacts.csv": "c1;a1;Ada@Acme.example;Ada;Olsen;;yes;3;\n",
};

export const ENVIRONMENT: Readonly<Record<string, string>> = {
  PLANHAT_API_TOKEN: "a-token-from-the-environment",
  WAREHOUSE_URL: "postgres://loader:correct-horse@localhost/crm",
  USAGE_TOKEN: "a-token-for-the-usage-api",
};
