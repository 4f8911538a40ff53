import type { RunWords } from '../../schemas/site-words.ts';
import { dashboardLink } from '../../text/dashboard-link.ts';
import { element } from '../elements.ts';

export interface DashboardLine {
  root: HTMLElement;
  /** Leads to the dashboard as it was around `at`, milliseconds since 1970; to nothing without one of the two. */
  show(template: string | null, at: number | null): void;
}

/** A link to the dashboard of a block's target, at the time of the result that the card shows. */
export function createDashboardLine(words: RunWords): DashboardLine {
  const root = element('p', 'rl-dashboard');
  const link = document.createElement('a');
  link.textContent = words.dashboard;
  // Where we come from is no business of whoever runs it.
  link.rel = 'noreferrer';
  root.append(link);
  root.dataset.pagefindIgnore = '';
  root.hidden = true;
  return {
    root,
    show(template, at) {
      root.hidden = template === null || at === null;
      if (template !== null && at !== null) link.href = dashboardLink(template, { from: at, to: at });
    },
  };
}
