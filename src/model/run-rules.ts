import type { RuleDoc } from "./rule.ts";

/** Why a run rejects a record that its definition and its row let through. */
export const RUN_RULES: readonly RuleDoc[] = [
  {
    id: "not-finite",
    severity: "error",
    description:
      'A column of the database holds NaN or an infinity (a float or numeric without a value, a date without an end), and the expression of a field passes it on. JSON has no such number, and as text it would be a word in Planhat. Say in the expression what it stands for, for example `score = "NaN" ? null : score`, or leave such rows out in the query. An expression that makes something else of the value is no fault.',
  },
  {
    id: "duplicate-key",
    severity: "error",
    description:
      "Two rows of the source have the same key and different values. Nobody knows which one is right, so neither is sent, and each names the other's row. Make the source yield one row a key, for example with DISTINCT ON or a window function. Two rows with equal values are no fault: the second one is skipped.",
  },
  {
    id: "secret-in-key",
    severity: "error",
    description:
      "The key of a record contains a secret of the project: the token, a password, or the value of a variable that goes out with a request. Keys are kept in the state and named in messages and saved plans, where no secret may be, so the record is not sent. A server that returns the credentials of a request as data has usually a fault of its own: fix the query, and replace the secret.",
  },
  {
    id: "ambiguous-key",
    severity: "error",
    description:
      "Several records in Planhat bear the key of the row, so nobody knows which one is meant. Planhat keeps externalId unique among companies, but among other objects only within one company, and e-mail addresses not at all. Merge the records in Planhat, or use a key that is unique there, such as sourceId.",
  },
  {
    id: "key-taken",
    severity: "error",
    description:
      "A record that Planhat does not hold under its key has another keyable that is taken: a new externalId with an e-mail address of another contact, in Planhat or in another row. Planhat tries all keyables, so it would take the row for that other record, and refuse it or overwrite it. Correct the value in the source, or change the record in Planhat. Where the one record that has the value has no key yet, it is the same record: the plan updates it and gives it the key.",
  },
  {
    id: "key-alike",
    severity: "warning",
    description:
      "The key of a new record is almost that of another record, in Planhat or in another row: it differs in upper and lower case, in blanks, in invisible characters, in its Unicode form or in how a number is written. Planhat does not say whether it takes the two for one. A plan names both, and an apply creates both, but never in one request. If they are one, make one spelling of them in the expression, such as $lowercase($trim(email)), or correct the source.",
  },
  {
    id: "field-uniform",
    severity: "warning",
    description:
      "A mapped field has no value, or the same value, in every record of the plan, although columns that its expression reads differ from row to row. Often the expression does not fit the data: a comparison with a word that the column never holds, or a date picture that matches no row. The records are planned all the same. Compare the field with its columns (`planhat-sync preview`), and correct the expression if the values are not intended.",
  },
  {
    id: "reference-not-found",
    severity: "error",
    description:
      "A field refers to a record that Planhat does not hold and that no earlier sync of the same run creates: an enduser of a company that is not there. Planhat would refuse the record or leave the reference empty, so it is not sent. Sync the record that is referred to first, in the same run or before, or correct the value in the source: a reference is Planhat's own _id, or `extid-` and an externalId, or `srcid-` and a sourceId. The next apply tries again. Only a live baseline finds it. A reference that is looked up (`by: email`) is rejected with any baseline, unless the field says `missing: omit`: its record has to be in Planhat when the sync is planned.",
  },
  {
    id: "reference-ambiguous",
    severity: "error",
    description:
      "A reference is looked up (`by: name`), and several records in Planhat have the value: two deals of one name, two users whose addresses differ in case only where neither is exactly as given. Nobody knows which one is meant, so the record is not sent, and the message names the candidates; `missing: omit` does not change that. Give them different values in Planhat, or look them up by a field that is unique.",
  },
  {
    id: "refused",
    severity: "error",
    description:
      "Planhat refused the record; the message is what Planhat said. The other records of its request were written. The next apply sends it again, until it is parked.",
  },
  {
    id: "parked",
    severity: "error",
    description:
      "Planhat has refused just this record in five applies in a row (`limits.refusals` in planhat-sync.yaml), so it is not sent any more: each try costs calls, and looking for it in its request costs more. It counts as rejected, also in the plan, and no guard counts it. It is sent again once it changes, in its row or by its definition; where the cause was fixed in Planhat, `planhat-sync rejects retry` sends it as it is. What a permission forbids is never parked.",
  },
  {
    id: "too-large",
    severity: "error",
    description:
      "Planhat answered that the request is too large (413), although it held this one record only. Leave out or shorten its longest field.",
  },
  {
    id: "dropped-silently",
    severity: "error",
    description:
      "Planhat answered without an error, counted the record nowhere and does not hold it. It does so where a field that it needs is missing: check what the object requires. The next apply sends it again, until it is parked.",
  },
  {
    id: "already-sent",
    severity: "error",
    description:
      "The metric point of this record and day was sent before, with another value. Planhat adds points and never replaces them: a metric that adds up would count both. Where the metric keeps the last, least or greatest value of a day, write `resend: true` under `target`; otherwise correct the value in Planhat.",
  },
  {
    id: "sent-unanswered",
    severity: "error",
    description:
      "A metric point or user activity was sent by an earlier apply, and no answer told whether Planhat took it, or the apply was killed on the way. Planhat cannot be asked for it, and sent again it could count twice, so it is not sent. Look in Planhat; if it is not there, `planhat-sync state forget SYNC --pending` makes the next apply send it. With `resend: true`, points are sent again by themselves.",
  },
  {
    id: "no-answer",
    severity: "error",
    description:
      "The record was sent, and no answer told what became of it. It counts as failed and stays open in the state: the next apply asks Planhat whether it is there and goes on from what it finds, so it is neither lost nor created twice. A metric point or user activity cannot be asked for: it stays open until you decide (see sent-unanswered).",
  },
];
