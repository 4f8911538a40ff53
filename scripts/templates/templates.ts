import { article } from './article.ts';
import { check } from './check.ts';
import { macro } from './macro.ts';
import { runbook } from './runbook.ts';
import type { Template } from './template.ts';
import { tree } from './tree.ts';

export const templates = { runbook, article, check, tree, macro } as const satisfies Record<string, Template>;
export type TemplateKind = keyof typeof templates;
