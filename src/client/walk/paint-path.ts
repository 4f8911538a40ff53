import type { Trees } from '../../schemas/tree.ts';
import { isAsking, nodeAt } from '../../trees/graph.ts';
import type { Step, Walk } from '../../trees/walk.ts';
import { element, prose } from '../elements.ts';
import { searchOf } from './walk-history.ts';

/** A step's question, and what was answered, in the words of the tree. */
export function wordsOf(trees: Trees, step: Step): { question: string; label(choice: string): string } {
  const node = nodeAt(trees, step);
  const choices = node && isAsking(node) ? node.choices : {};
  return {
    question: node && isAsking(node) ? node.question : step.node,
    label: (choice) => (Object.hasOwn(choices, choice) ? (choices[choice]?.label ?? choice) : choice),
  };
}

/** The walk up to before its step `index`. */
export function walkUpTo(walk: Walk, index: number): Walk {
  const step = walk.steps[index];
  return step ? { ...walk, steps: walk.steps.slice(0, index), at: { tree: step.tree, node: step.node } } : walk;
}

/** The answers so far, in one line: each leads back to its question. */
export function paintBreadcrumb(list: HTMLElement, trees: Trees, walk: Walk, go: (to: Walk) => void): void {
  list.replaceChildren(
    ...walk.steps.map((step, index) => {
      const { question, label } = wordsOf(trees, step);
      const to = walkUpTo(walk, index);
      const link = element('a', '') as HTMLAnchorElement;
      link.href = searchOf(to) || location.pathname;
      link.title = question;
      const who = step.overruled ? 'overruled' : step.by === 'check' ? 'check' : '';
      const answer = element('span', 'rl-crumb', label(step.answer));
      link.append(element('span', 'sr-only', `${question} `), answer);
      if (who !== '') link.append(element('span', 'rl-crumb-who', who));
      link.addEventListener('click', (event) => {
        // With a modifier it is opened elsewhere, as any link is.
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        go(to);
      });
      const item = element('li', '');
      item.append(link);
      return item;
    }),
  );
}

/** Every answer with who gave it, and why. */
export function paintReasons(list: HTMLElement, trees: Trees, { tree, steps }: Walk): void {
  list.replaceChildren(
    ...steps.map((step) => {
      const { question, label } = wordsOf(trees, step);
      const item = element('li', '');
      const answer = label(step.answer);
      const line = element('p', 'rl-walked-answer');
      line.append(element('strong', '', answer), ` ${whoText(step, label)}`);
      item.append(element('p', 'rl-small', place(trees, tree, step, question)), line);
      // That a person chose what is written above is no news.
      if (step.why !== '' && step.why !== `A person chose “${answer}”.`) item.append(small(step.why));
      return item;
    }),
  );
}

function whoText(step: Step, label: (choice: string) => string): string {
  if (step.overruled) return `by a person, who overruled the check (“${label(step.overruled.answer)}”)`;
  return step.by === 'check' ? 'by the check' : 'by a person';
}

/** Where it was asked, if not in the page's own tree. */
function place(trees: Trees, own: string, { tree }: Step, question: string): string {
  return tree === own ? question : `${trees.get(tree)?.title ?? tree}: ${question}`;
}

function small(text: string): HTMLElement {
  const line = element('p', 'rl-small');
  line.append(...prose(text));
  return line;
}
