import { z } from 'zod';
import { reportSchema } from '../schemas/report.ts';

/** The JSON Schema (draft 2020-12) of `report.json`, made from the one zod schema. */
export function reportJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(reportSchema, { target: 'draft-2020-12' });
  return {
    $schema,
    $id: 'urn:runlight:report:v1',
    title: 'Runlight report, version 1',
    description:
      'What one run of check blocks found. Keys are always there, `null` stands for absence; times are ISO 8601 in UTC, durations in milliseconds.',
    ...schema,
  };
}
