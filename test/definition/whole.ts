/** A definition with everything in it, and nothing wrong. */
export const WHOLE = `version: 1
name: crm-companies
description: Accounts from the CRM
source:
  csv:
    path: data/accounts.csv
    delimiter: ";"
    encoding: utf-8
    header: [account_id, name, mrr, tier]
    nulls: ["NULL"]
target:
  object: Company
mode: upsert
key: externalId
fields:
  externalId: account_id
  name: $trim(name)
  mr: { expr: $number(mrr), required: false }
  custom.Tier: { value: Growth }
batch: { size: auto }
guards:
  minRows: 1
  maxRejected: 5%
  maxChanges: 500
tests:
  - name: trims the name
    row: { account_id: a1, name: " Acme ", mrr: "10" }
    expect: { externalId: a1, name: Acme, mr: 10, custom: { Tier: Growth } }
  - name: a company needs a name
    row: { account_id: a2 }
    expectError: required-field
`;
