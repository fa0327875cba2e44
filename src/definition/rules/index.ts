import type { Rule } from "../rule.ts";
import { appendOnly } from "./append-only.ts";
import { columnUnknown } from "./column-unknown.ts";
import { constantKey } from "./constant-key.ts";
import { duplicateName } from "./duplicate-name.ts";
import { duplicateTestName } from "./duplicate-test-name.ts";
import { expressionImpure } from "./expression-impure.ts";
import { expressionSyntax } from "./expression-syntax.ts";
import { expressionUnsafe } from "./expression-unsafe.ts";
import { externalIdWithoutCompany } from "./external-id-without-company.ts";
import { fieldOwnedTwice } from "./field-owned-twice.ts";
import { formulaField } from "./formula-field.ts";
import { keyMissing } from "./key-missing.ts";
import { keyNotKeyable } from "./key-not-keyable.ts";
import { mandatoryField } from "./mandatory-field.ts";
import { nothingToUpdate } from "./nothing-to-update.ts";
import { readOnlyField } from "./read-only-field.ts";
import { referenceForm } from "./reference-form.ts";
import { referenceMissing } from "./reference-missing.ts";
import { regionInvalid } from "./region-invalid.ts";
import { requiredField } from "./required-field.ts";
import { secretLiteral } from "./secret-literal.ts";
import { typeMismatch } from "./type-mismatch.ts";
import { uncertainKey } from "./uncertain-key.ts";
import { unknownField } from "./unknown-field.ts";
import { unknownObject } from "./unknown-object.ts";
import { unlistedField } from "./unlisted-field.ts";
import { valueNotInList } from "./value-not-in-list.ts";

/** Every rule of the linter, by id. A test compares the list with this folder. */
export const RULES: readonly Rule[] = [
  appendOnly,
  columnUnknown,
  constantKey,
  duplicateName,
  duplicateTestName,
  expressionImpure,
  expressionSyntax,
  expressionUnsafe,
  externalIdWithoutCompany,
  fieldOwnedTwice,
  formulaField,
  keyMissing,
  keyNotKeyable,
  mandatoryField,
  nothingToUpdate,
  readOnlyField,
  referenceForm,
  referenceMissing,
  regionInvalid,
  requiredField,
  secretLiteral,
  typeMismatch,
  uncertainKey,
  unknownField,
  unknownObject,
  unlistedField,
  valueNotInList,
];
