import type { Rule } from "../rule.ts";
import { appendOnly } from "./append-only.ts";
import { batchSmall } from "./batch-small.ts";
import { callsAboveLimit } from "./calls-above-limit.ts";
import { ciApplyAsks } from "./ci-apply-asks.ts";
import { ciApplyOnPullRequest } from "./ci-apply-on-pull-request.ts";
import { ciConcurrency } from "./ci-concurrency.ts";
import { ciExitCodeLost } from "./ci-exit-code-lost.ts";
import { ciPermissions } from "./ci-permissions.ts";
import { ciPullRequestTarget } from "./ci-pull-request-target.ts";
import { ciStateLost } from "./ci-state-lost.ts";
import { ciTlsOff } from "./ci-tls-off.ts";
import { ciVersionUnpinned } from "./ci-version-unpinned.ts";
import { clockInValue } from "./clock-in-value.ts";
import { columnHyphen } from "./column-hyphen.ts";
import { columnUnknown } from "./column-unknown.ts";
import { comparisonNeverTrue } from "./comparison-never-true.ts";
import { concurrencyAboveOne } from "./concurrency-above-one.ts";
import { conditionConstant } from "./condition-constant.ts";
import { connectionTlsOff } from "./connection-tls-off.ts";
import { connectionUnknown } from "./connection-unknown.ts";
import { connectionUnused } from "./connection-unused.ts";
import { constantKey } from "./constant-key.ts";
import { csvDelimiterUnlikely } from "./csv-delimiter-unlikely.ts";
import { cursorColumnMissing } from "./cursor-column-missing.ts";
import { cursorWithoutLag } from "./cursor-without-lag.ts";
import { customAlike } from "./custom-alike.ts";
import { customShadowsStandard } from "./custom-shadows-standard.ts";
import { duplicateName } from "./duplicate-name.ts";
import { duplicateTestName } from "./duplicate-test-name.ts";
import { emailKeyCase } from "./email-key-case.ts";
import { expressionConstant } from "./expression-constant.ts";
import { expressionImpure } from "./expression-impure.ts";
import { expressionSyntax } from "./expression-syntax.ts";
import { expressionUnsafe } from "./expression-unsafe.ts";
import { externalIdWithoutCompany } from "./external-id-without-company.ts";
import { fieldOwnedTwice } from "./field-owned-twice.ts";
import { formulaField } from "./formula-field.ts";
import { guardForbidsAll } from "./guard-forbids-all.ts";
import { guardWithoutEffect } from "./guard-without-effect.ts";
import { guardsMissing } from "./guards-missing.ts";
import { httpGetBody } from "./http-get-body.ts";
import { httpInsecure } from "./http-insecure.ts";
import { httpUrlInvalid } from "./http-url-invalid.ts";
import { idThroughNumber } from "./id-through-number.ts";
import { keyIdCreates } from "./key-id-creates.ts";
import { keyImplicit } from "./key-implicit.ts";
import { keyMissing } from "./key-missing.ts";
import { keyNotKeyable } from "./key-not-keyable.ts";
import { keyOrder } from "./key-order.ts";
import { listMayCollapse } from "./list-may-collapse.ts";
import { literalMisfit } from "./literal-misfit.ts";
import { mandatoryField } from "./mandatory-field.ts";
import { minRowsWithCursor } from "./min-rows-with-cursor.ts";
import { notIgnored } from "./not-ignored.ts";
import { nothingToUpdate } from "./nothing-to-update.ts";
import { operandType } from "./operand-type.ts";
import { paginationParamTwice } from "./pagination-param-twice.ts";
import { pathIntoText } from "./path-into-text.ts";
import { queryColumnTwice } from "./query-column-twice.ts";
import { queryLimited } from "./query-limited.ts";
import { queryParamMismatch } from "./query-param-mismatch.ts";
import { querySelectStar } from "./query-select-star.ts";
import { querySeveral } from "./query-several.ts";
import { queryVariable } from "./query-variable.ts";
import { queryWrites } from "./query-writes.ts";
import { readOnlyField } from "./read-only-field.ts";
import { referenceByName } from "./reference-by-name.ts";
import { referenceCycle } from "./reference-cycle.ts";
import { referenceForm } from "./reference-form.ts";
import { referenceMissing } from "./reference-missing.ts";
import { referencePrefixMissing } from "./reference-prefix-missing.ts";
import { referencePrefixRefused } from "./reference-prefix-refused.ts";
import { referencePrefixUnknown } from "./reference-prefix-unknown.ts";
import { regexInQuotes } from "./regex-in-quotes.ts";
import { regionInvalid } from "./region-invalid.ts";
import { regionUnusual } from "./region-unusual.ts";
import { requiredCleared } from "./required-cleared.ts";
import { requiredField } from "./required-field.ts";
import { secretInUrl } from "./secret-in-url.ts";
import { secretLiteral } from "./secret-literal.ts";
import { stateMisplaced } from "./state-misplaced.ts";
import { testErrorUnknown } from "./test-error-unknown.ts";
import { testNeverPasses } from "./test-never-passes.ts";
import { testRowColumnUnknown } from "./test-row-column-unknown.ts";
import { testRowNotText } from "./test-row-not-text.ts";
import { testsMissing } from "./tests-missing.ts";
import { textAsTruth } from "./text-as-truth.ts";
import { typeMismatch } from "./type-mismatch.ts";
import { uncertainKey } from "./uncertain-key.ts";
import { unknownField } from "./unknown-field.ts";
import { unknownObject } from "./unknown-object.ts";
import { unlistedField } from "./unlisted-field.ts";
import { valueNotInList } from "./value-not-in-list.ts";
import { variableUnused } from "./variable-unused.ts";

/** Every rule of the linter, by id. A test compares the list with this folder. */
export const RULES: readonly Rule[] = [
  appendOnly,
  batchSmall,
  callsAboveLimit,
  ciApplyAsks,
  ciApplyOnPullRequest,
  ciConcurrency,
  ciExitCodeLost,
  ciPermissions,
  ciPullRequestTarget,
  ciStateLost,
  ciTlsOff,
  ciVersionUnpinned,
  clockInValue,
  columnHyphen,
  columnUnknown,
  comparisonNeverTrue,
  concurrencyAboveOne,
  conditionConstant,
  connectionTlsOff,
  connectionUnknown,
  connectionUnused,
  constantKey,
  csvDelimiterUnlikely,
  cursorColumnMissing,
  cursorWithoutLag,
  customAlike,
  customShadowsStandard,
  duplicateName,
  duplicateTestName,
  emailKeyCase,
  expressionConstant,
  expressionImpure,
  expressionSyntax,
  expressionUnsafe,
  externalIdWithoutCompany,
  fieldOwnedTwice,
  formulaField,
  guardForbidsAll,
  guardWithoutEffect,
  guardsMissing,
  httpGetBody,
  httpInsecure,
  httpUrlInvalid,
  idThroughNumber,
  keyIdCreates,
  keyImplicit,
  keyMissing,
  keyNotKeyable,
  keyOrder,
  listMayCollapse,
  literalMisfit,
  mandatoryField,
  minRowsWithCursor,
  notIgnored,
  nothingToUpdate,
  operandType,
  paginationParamTwice,
  pathIntoText,
  queryColumnTwice,
  queryLimited,
  queryParamMismatch,
  querySelectStar,
  querySeveral,
  queryVariable,
  queryWrites,
  readOnlyField,
  referenceByName,
  referenceCycle,
  referenceForm,
  referenceMissing,
  referencePrefixMissing,
  referencePrefixRefused,
  referencePrefixUnknown,
  regexInQuotes,
  regionInvalid,
  regionUnusual,
  requiredCleared,
  requiredField,
  secretInUrl,
  secretLiteral,
  stateMisplaced,
  testErrorUnknown,
  testNeverPasses,
  testRowColumnUnknown,
  testRowNotText,
  testsMissing,
  textAsTruth,
  typeMismatch,
  uncertainKey,
  unknownField,
  unknownObject,
  unlistedField,
  valueNotInList,
  variableUnused,
];
