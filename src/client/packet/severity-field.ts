import type { Escalation } from '../../schemas/escalation.ts';
import { element } from '../elements.ts';
import { fieldId } from './fact-field.ts';
import { type Severity, severities } from './kept-case.ts';

export interface SeverityField {
  root: HTMLElement;
  read(): Severity | null;
  write(severity: Severity | null): void;
  setMissing(question: string | null): void;
}

/** How bad it is, where no outcome says it. */
export function createSeverityField(escalation: Escalation | null, onInput: () => void): SeverityField {
  const id = fieldId('severity');
  const root = element('div', 'rl-field');
  root.dataset.fact = 'severity';
  const label = element('label', '', 'Severity') as HTMLLabelElement;
  label.htmlFor = id;
  const tag = element('span', 'rl-fact-tag');
  const head = element('div', 'rl-fact-head');
  head.append(label, tag);
  const select = document.createElement('select');
  select.id = id;
  const help = element('p', 'rl-small');
  help.id = `${id}-help`;
  select.setAttribute('aria-describedby', help.id);
  const means = (severity: Severity): string => escalation?.severities[severity].means ?? '';
  select.append(
    new Option('Choose…', ''),
    ...severities.map((each) => {
      const text = means(each);
      return new Option(`${escalation?.severities[each].name ?? each}${text === '' ? '' : `: ${text}`}`, each);
    }),
  );
  help.textContent = escalation?.inDoubt ?? '';
  select.addEventListener('change', onInput);
  root.append(head, select, help);
  return {
    root,
    read: () => severities.find((each) => each === select.value) ?? null,
    write(severity) {
      select.value = severity ?? '';
    },
    setMissing(question) {
      root.toggleAttribute('data-missing', question !== null);
      tag.textContent = question === null ? '' : 'missing';
    },
  };
}
