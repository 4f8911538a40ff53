import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import { Ajv } from 'ajv';
import { expect } from 'vitest';
import type { ExampleRun } from './example-run.fixture.ts';
import { parseCommands } from './workflow-commands.fixture.ts';

// The official schema is draft-04, of which it uses nothing that later drafts read otherwise but its
// `id`. RTM 5 is what was standardised; the errata add only that a region has a line.
const { $schema: _, id: __, ...rules } = schema;
const isUriReference = (text: string): boolean =>
  /^(?:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*$/.test(text) && URL.canParse(text, 'file:///');
const validate = new Ajv({
  strict: false,
  // One of its patterns has a bracket too many, which `u` would refuse.
  unicodeRegExp: false,
  formats: {
    uri: (text) => isUriReference(text) && URL.canParse(text),
    'uri-reference': isUriReference,
    'date-time': (text) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text),
  },
}).compile(rules);

interface SarifRun {
  tool: { driver: { rules: { id: string; help: { text: string } }[] } };
  automationDetails: { id: string };
  invocations: [{ executionSuccessful: boolean; toolExecutionNotifications: { level: string; message: Message }[] }];
  results: SarifResult[];
}
interface Message {
  text: string;
}
export interface SarifResult {
  ruleId: string;
  ruleIndex: number;
  level: string;
  message: Message;
  locations: [
    {
      physicalLocation: {
        artifactLocation: { uri: string; uriBaseId: string };
        region: { startLine: number; startColumn: number };
      };
    },
  ];
  partialFingerprints: Record<string, string>;
  properties: { block: string };
}

export function parseSarif(text: string): SarifRun {
  return (JSON.parse(text) as { runs: [SarifRun] }).runs[0];
}

/** What a reader of SARIF, and GitHub's upload, need to find whatever the texts are. */
export function expectSarif(text: string, { report }: ExampleRun): void {
  const isValid = validate(JSON.parse(text));
  expect(isValid, JSON.stringify(validate.errors)?.slice(0, 500)).toBe(true);
  expect(Buffer.byteLength(text)).toBeLessThan(10_000_000);
  expect(parseCommands(text).commands.slice(0, 3)).toEqual([]);

  const { tool, invocations, results } = parseSarif(text);
  const { summary, run } = report;
  const count = (level: string) => results.filter((result) => result.level === level).length;
  expect({ error: count('error'), warning: count('warning'), note: count('note') }).toEqual({
    error: summary.fail + summary.error,
    warning: summary.warn,
    note: report.results.filter(({ reason }) => reason?.code === 'no-secret').length,
  });
  const pages = new Map(report.results.map(({ block, page }) => [block, page]));
  for (const { ruleId, ruleIndex, message, locations, properties } of results) {
    expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    expectPlain(message);
    const { artifactLocation, region } = locations[0].physicalLocation;
    expect(decodeURIComponent(artifactLocation.uri)).toBe(pages.get(properties.block)?.file);
    expect(region.startLine).toBeGreaterThanOrEqual(pages.get(properties.block)?.line ?? Number.NaN);
  }
  const prints = results.map(({ partialFingerprints }) => partialFingerprints['runlightBlockAndCode/v1']);
  expect(prints).not.toContain(undefined);
  expect(new Set(prints).size).toBe(results.length);

  const [{ executionSuccessful, toolExecutionNotifications: said }] = invocations;
  for (const { message } of said) expectPlain(message);
  expect(executionSuccessful).toBe(!run.interrupted && summary.error === 0 && summary.total > 0);
  // The specification: a notification of level `error` means that the run failed.
  expect(said.some(({ level }) => level === 'error')).toBe(!executionSuccessful);
}

/** No placeholder, no link, nothing that a viewer would replace; and never empty, nor endless. */
function expectPlain({ text }: Message): void {
  const without = text.replaceAll('{{', '').replaceAll('}}', '');
  expect(without).not.toMatch(/[{}]/);
  expect(text).not.toMatch(/\]\(/);
  expect(text.trim()).not.toBe('');
  expect(text.length).toBeLessThan(6_000);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about.
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
}
