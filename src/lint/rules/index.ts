import type { Rule } from "../rule.ts";
import { ciApplyAsks } from "./ci/ci-apply-asks.ts";
import { ciApplyOnPullRequest } from "./ci/ci-apply-on-pull-request.ts";
import { ciConcurrency } from "./ci/ci-concurrency.ts";
import { ciExitCodeLost } from "./ci/ci-exit-code-lost.ts";
import { ciPermissions } from "./ci/ci-permissions.ts";
import { ciPullRequestTarget } from "./ci/ci-pull-request-target.ts";
import { ciStateLost } from "./ci/ci-state-lost.ts";
import { ciVersionUnpinned } from "./ci/ci-version-unpinned.ts";
import { argumentInvalid } from "./expression/argument-invalid.ts";
import { clockInValue } from "./expression/clock-in-value.ts";
import { columnHyphen } from "./expression/column-hyphen.ts";
import { columnUnknown } from "./expression/column-unknown.ts";
import { comparisonNeverTrue } from "./expression/comparison-never-true.ts";
import { conditionConstant } from "./expression/condition-constant.ts";
import { expressionConstant } from "./expression/expression-constant.ts";
import { expressionImpure } from "./expression/expression-impure.ts";
import { expressionSyntax } from "./expression/expression-syntax.ts";
import { expressionUnsafe } from "./expression/expression-unsafe.ts";
import { listMayCollapse } from "./expression/list-may-collapse.ts";
import { nullAsText } from "./expression/null-as-text.ts";
import { operandType } from "./expression/operand-type.ts";
import { pathIntoText } from "./expression/path-into-text.ts";
import { regexInQuotes } from "./expression/regex-in-quotes.ts";
import { textAsTruth } from "./expression/text-as-truth.ts";
import { variableUnused } from "./expression/variable-unused.ts";
import { appendOnly } from "./field/append-only.ts";
import { customAlike } from "./field/custom-alike.ts";
import { customShadowsStandard } from "./field/custom-shadows-standard.ts";
import { fieldOwnedTwice } from "./field/field-owned-twice.ts";
import { formulaField } from "./field/formula-field.ts";
import { literalMisfit } from "./field/literal-misfit.ts";
import { mandatoryField } from "./field/mandatory-field.ts";
import { nothingToUpdate } from "./field/nothing-to-update.ts";
import { readOnlyField } from "./field/read-only-field.ts";
import { referenceForm } from "./field/reference-form.ts";
import { requiredCleared } from "./field/required-cleared.ts";
import { requiredField } from "./field/required-field.ts";
import { typeMismatch } from "./field/type-mismatch.ts";
import { uncertainKey } from "./field/uncertain-key.ts";
import { unknownField } from "./field/unknown-field.ts";
import { unknownObject } from "./field/unknown-object.ts";
import { unlistedField } from "./field/unlisted-field.ts";
import { valueNotInList } from "./field/value-not-in-list.ts";
import { keyOrder } from "./file/key-order.ts";
import { constantKey } from "./key/constant-key.ts";
import { emailKeyCase } from "./key/email-key-case.ts";
import { idThroughNumber } from "./key/id-through-number.ts";
import { keyIdCreates } from "./key/key-id-creates.ts";
import { keyImplicit } from "./key/key-implicit.ts";
import { keyMissing } from "./key/key-missing.ts";
import { keyNotKeyable } from "./key/key-not-keyable.ts";
import { batchSmall } from "./limit/batch-small.ts";
import { callsAboveLimit } from "./limit/calls-above-limit.ts";
import { concurrencyAboveOne } from "./limit/concurrency-above-one.ts";
import { guardForbidsAll } from "./limit/guard-forbids-all.ts";
import { guardWithoutEffect } from "./limit/guard-without-effect.ts";
import { guardsMissing } from "./limit/guards-missing.ts";
import { minRowsWithCursor } from "./limit/min-rows-with-cursor.ts";
import { connectionUnused } from "./project/connection-unused.ts";
import { duplicateName } from "./project/duplicate-name.ts";
import { regionInvalid } from "./project/region-invalid.ts";
import { regionUnusual } from "./project/region-unusual.ts";
import { stateMisplaced } from "./project/state-misplaced.ts";
import { externalIdWithoutCompany } from "./reference/external-id-without-company.ts";
import { referenceByName } from "./reference/reference-by-name.ts";
import { referenceCycle } from "./reference/reference-cycle.ts";
import { referenceMissing } from "./reference/reference-missing.ts";
import { referencePrefixMissing } from "./reference/reference-prefix-missing.ts";
import { referencePrefixRefused } from "./reference/reference-prefix-refused.ts";
import { referencePrefixUnknown } from "./reference/reference-prefix-unknown.ts";
import { ciTlsOff } from "./secret/ci-tls-off.ts";
import { connectionTlsOff } from "./secret/connection-tls-off.ts";
import { notIgnored } from "./secret/not-ignored.ts";
import { secretInUrl } from "./secret/secret-in-url.ts";
import { secretLiteral } from "./secret/secret-literal.ts";
import { connectionUnknown } from "./source/connection-unknown.ts";
import { csvDelimiterUnlikely } from "./source/csv-delimiter-unlikely.ts";
import { cursorColumnMissing } from "./source/cursor-column-missing.ts";
import { cursorLagMismatch } from "./source/cursor-lag-mismatch.ts";
import { cursorWithoutLag } from "./source/cursor-without-lag.ts";
import { httpGetBody } from "./source/http-get-body.ts";
import { httpInsecure } from "./source/http-insecure.ts";
import { httpUrlInvalid } from "./source/http-url-invalid.ts";
import { pageStartMissing } from "./source/page-start-missing.ts";
import { paginationParamTwice } from "./source/pagination-param-twice.ts";
import { paramInBody } from "./source/param-in-body.ts";
import { queryColumnTwice } from "./source/query-column-twice.ts";
import { queryLimited } from "./source/query-limited.ts";
import { queryParamMismatch } from "./source/query-param-mismatch.ts";
import { querySelectStar } from "./source/query-select-star.ts";
import { querySeveral } from "./source/query-several.ts";
import { queryVariable } from "./source/query-variable.ts";
import { queryWrites } from "./source/query-writes.ts";
import { recordsMayCollapse } from "./source/records-may-collapse.ts";
import { duplicateTestName } from "./test/duplicate-test-name.ts";
import { testErrorUnknown } from "./test/test-error-unknown.ts";
import { testNeverPasses } from "./test/test-never-passes.ts";
import { testRowColumnUnknown } from "./test/test-row-column-unknown.ts";
import { testRowNotText } from "./test/test-row-not-text.ts";
import { testsMissing } from "./test/tests-missing.ts";

/** Every rule of the linter, by id. A test compares the list with this folder. */
export const RULES: readonly Rule[] = [
  appendOnly,
  argumentInvalid,
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
  cursorLagMismatch,
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
  nullAsText,
  operandType,
  pageStartMissing,
  paginationParamTwice,
  paramInBody,
  pathIntoText,
  queryColumnTwice,
  queryLimited,
  queryParamMismatch,
  querySelectStar,
  querySeveral,
  queryVariable,
  queryWrites,
  readOnlyField,
  recordsMayCollapse,
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
