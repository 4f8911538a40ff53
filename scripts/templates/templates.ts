import { article } from './article.ts';
import { check } from './check.ts';
import { runbook } from './runbook.ts';
import type { Template } from './template.ts';

export const templates = { runbook, article, check } as const satisfies Record<string, Template>;
export type TemplateKind = keyof typeof templates;
