import type { Registry } from '../checks/registry.ts';
import { type Diagnostic, type DiagnosticCode, diagnosticCodes } from '../schemas/diagnostic.ts';
import type { Position } from '../schemas/page.ts';

/** What the scanner holds a page against. */
export interface PageWorld {
  registry: Registry;
  /** Names of the targets of all environments. */
  targets: readonly string[];
  teams: readonly string[];
  /** Ids of the journeys; a tree without any does not judge what its pages name. */
  journeys: readonly string[];
  /** Names of the pictures. */
  pictures: readonly string[];
  /** Ids of the topics; a tree without any does not judge what its pages name. */
  topics: readonly string[];
  /** The first is the default. */
  locales: readonly string[];
  /** Milliseconds between reviews where a page does not say. */
  reviewEvery: number;
}

/** Collects the diagnostics of one file. */
export interface Findings {
  readonly list: Diagnostic[];
  add(code: DiagnosticCode, position: Position, message: string): void;
}

export function makeFindings(path: string): Findings {
  const list: Diagnostic[] = [];
  return {
    list,
    add(code, { line, column }, message) {
      list.push({ path, line, column, severity: diagnosticCodes[code].severity, code, message });
    },
  };
}
