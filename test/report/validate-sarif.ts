import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';

/**
 * The schema of the OASIS standard with Errata 01, unchanged:
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json
 * (copy of sarif-2.1/schema/sarif-schema-2.1.0.json in https://github.com/oasis-tcs/sarif-spec).
 */
const schemaText = readFileSync(new URL('sarif-schema-2.1.0.json', import.meta.url), 'utf8');

/**
 * Ajv no longer knows JSON Schema draft 4. In this schema only the names of the draft and of the schema itself depend
 * on it: there is no boolean exclusiveMinimum and no nested id.
 */
const schema: object = JSON.parse(schemaText, (key, value: unknown) =>
  (key === '$schema' || key === 'id') && typeof value === 'string' ? undefined : value);

const ajv = new Ajv({ strict: false, allErrors: true });
formats.default(ajv);
const validate = ajv.compile(schema);

/** What the official schema of SARIF 2.1.0 finds wrong with a log: nothing when it is valid. */
export function sarifErrors(log: unknown): string[] {
  validate(log);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message ?? 'invalid'}`);
}
