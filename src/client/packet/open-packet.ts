// Long because it is the page itself: what is typed, judged, kept, shown and handed on, in one visible sequence.
import { type FactName, factNames } from '../../schemas/case-facts.ts';
import type { PacketDraft, PacketWorld } from '../../schemas/packet.ts';
import type { PacketPageData } from '../../schemas/packet-page.ts';
import { copyText } from '../copy-text.ts';
import { element, prose } from '../elements.ts';
import { serverBelow } from '../live/ask-server.ts';
import type { Live } from '../live.ts';
import { button } from '../run/button.ts';
import { fieldId } from './fact-field.ts';
import { forgetCase, keepCase, readKeptCase } from './kept-case.ts';
import { createPacketForm } from './packet-form.ts';
import type { Made } from './packet-maker.ts';
import { createMissing, essentialsOf } from './paint-missing.ts';
import { saveFile } from './save-file.ts';
import type { Subject } from './subject.ts';

export interface PacketOptions {
  root: HTMLElement;
  subject: Subject;
  data: PacketPageData;
  live: Live;
  base: string;
  /** What is said where somebody types a recovery phrase or a private key. */
  secret: string;
}

/** So long after the last key what was typed is judged, in milliseconds. */
const pause = 250;

const unchecked =
  'What you typed could not be searched for secrets, so nothing of it is kept, shown or sent: the site does not answer. Load the page again.';

const atFirst =
  'What you type is kept in this tab alone until you close it, without secrets and personal data. Nothing is sent before you press a button.';

/** What may be handed on at this moment. */
type Ready = { draft: PacketDraft; world: PacketWorld };

/** The page of one packet: returns what paints it again when something was found anew. */
export function openPacket({ root, subject, data, live, base, secret }: PacketOptions): () => void {
  const { from, title, path } = subject;
  const world: PacketWorld = { ...data.facts, title, path };
  const { outcome } = subject.found(live);
  const form = createPacketForm({
    kind: from.kind,
    outcome,
    escalation: data.escalation,
    now: () => live.now(),
    onInput: () => {
      changed();
      clearTimeout(timer);
      timer = setTimeout(() => void judge(), pause);
    },
  });
  const note = element('p', 'rl-small rl-packet-note');
  const kept = element('p', 'rl-small rl-packet-kept', atFirst);
  const state = createMissing(essentialsOf(from.kind, outcome));
  const trouble = element('p', 'rl-mistake');
  trouble.role = 'alert';
  const said = element('p', 'rl-packet-said');
  said.role = 'status';
  const shown = document.createElement('pre');
  shown.className = 'rl-packet-text';
  // It scrolls, so it must be reachable by keys.
  shown.tabIndex = 0;
  shown.role = 'group';
  shown.ariaLabel = 'The packet as Markdown';
  shown.dir = 'auto';
  shown.dataset.pagefindIgnore = '';

  let timer: ReturnType<typeof setTimeout> | undefined;
  let turn = 0;
  let judging: Promise<Ready | null> = Promise.resolve(null);
  let foundBefore = '';
  /** What was made last of what stands there now, and whether the server made it. */
  let made: Made | null = null;
  let isSealed = false;

  /** What is shown and said is of another state of things. */
  function changed(): void {
    made = null;
    isSealed = false;
    said.textContent = '';
  }

  function judge(): Promise<Ready | null> {
    clearTimeout(timer);
    turn += 1;
    judging = judgeNow(turn);
    return judging;
  }

  async function judgeNow(mine: number): Promise<Ready | null> {
    const { facts, severity } = form.read();
    const draft: PacketDraft = { from, ...subject.found(live), facts, severity };
    const maker = await import('./packet-maker.ts').catch(() => null);
    const judged = await maker?.judgeFacts(draft).catch(() => null);
    // Something newer is being judged.
    if (mine !== turn) return judging;
    if (!maker || !judged) return refuse(unchecked);
    if (judged.kind === 'secret') {
      forgetSecret(judged.fact, secret);
      return judge();
    }
    form.setRemoved(judged.removed);
    const safe = { facts: judged.facts, severity };
    const isSaid = severity !== null || Object.keys(judged.facts).length > 0;
    if (isSaid) paintKept(keepCase(subject, safe, live.now()) ? live.now() : null);
    else forgetCase(subject);
    const ready: Ready = { draft: { ...draft, ...safe }, world };
    made ??= await maker.makePacket(ready.draft, world, live.now()).catch(() => null);
    if (mine !== turn) return judging;
    if (!made)
      return refuse('A recovery phrase stands in what a check saw, so no packet is made. Tell the security team.');
    trouble.textContent = '';
    paint(made);
    return ready;
  }

  /** Nothing of a secret stays: not in its field, not in what is kept, not in what is shown. */
  function forgetSecret(fact: FactName | null, message: string): void {
    const name = form.refuse(fact, message);
    if (name === null) form.write({ facts: {}, severity: null });
    else document.getElementById(fieldId(name))?.focus();
    forgetCase(subject);
    shown.textContent = '';
    changed();
  }

  function refuse(why: string): null {
    trouble.replaceChildren(...prose(why));
    shown.textContent = '';
    made = null;
    return null;
  }

  function paint({ packet, markdown }: Made): void {
    const { missing } = packet.content;
    form.setMissing(missing);
    state.paint(missing);
    if (shown.textContent !== markdown) shown.textContent = markdown;
  }

  function paintKept(at: number | null): void {
    kept.textContent =
      at === null
        ? 'What you type is not kept: this browser does not let us. Do not load the page again before you have copied it.'
        : `Kept in this tab alone until you close it, without what was taken out (last at ${new Date(at).toISOString().slice(11, 16)} UTC). Another case? Clear it first.`;
  }

  /** The packet as it is handed on: made by the server where there is one, which signs it where it has a key. */
  async function make(): Promise<Made | null> {
    // What was typed last may wait for its pause.
    const ready = await judge();
    if (!ready || !made || live.state === 'static' || isSealed) return ready ? made : null;
    const answer = await serverBelow(base).packet(ready.draft);
    if (answer.kind === 'ok') {
      made = answer.value;
      isSealed = true;
      paint(made);
      return made;
    }
    if (answer.kind === 'lost') {
      trouble.textContent =
        'The server does not answer, so the packet was made here: it has its checksum, and no signature.';
      return made;
    }
    const { code, message, hint, parameter } = answer.error;
    if (code !== 'secret') return refuse(`${message} ${hint}`.trim());
    const fact = factNames.find((name) => name === parameter) ?? null;
    if (fact === null) return refuse(`${message} ${hint}`.trim());
    forgetSecret(fact, `${message} ${hint}`);
    void judge();
    return null;
  }

  async function handOn(how: string, act: (its: Made) => Promise<string> | string): Promise<void> {
    said.textContent = '';
    const its = await make();
    if (!its) {
      said.textContent = `${how === 'copy' ? 'Not copied' : how === 'print' ? 'Not printed' : 'Not saved'}. First see what is said in red.`;
      return;
    }
    const what = await act(its);
    const count = its.packet.content.missing.length;
    const is =
      count === 0
        ? 'It is complete.'
        : `It is incomplete, and says so: ${count === 1 ? 'one essential is' : `${count} essentials are`} missing.`;
    said.textContent = `${what} ${is}`;
  }

  const buttons = element('div', 'rl-packet-buttons');
  buttons.append(
    button('rl-primary', 'Copy Markdown', () =>
      handOn('copy', async ({ markdown }) =>
        (await copyText(markdown, shown)) === 'copied' ? 'Copied.' : 'Selected: now copy it.',
      ),
    ),
    button('', 'Download .md', () =>
      handOn('save', ({ packet, markdown }) => {
        saveFile(`${packet.content.id}.md`, 'text/markdown', markdown);
        return 'Saved as Markdown.';
      }),
    ),
    button('', 'Download .json', () =>
      handOn('save', ({ packet }) => {
        saveFile(`${packet.content.id}.json`, 'application/json', `${JSON.stringify(packet, null, 2)}\n`);
        return 'Saved as JSON.';
      }),
    ),
    button('', 'Print', () =>
      handOn('print', () => {
        print();
        return 'Printed.';
      }),
    ),
    button('', 'Clear', () => {
      form.write({ facts: {}, severity: null });
      forgetCase(subject);
      kept.textContent = atFirst;
      changed();
      void judge().then(() => {
        said.textContent = 'Cleared: nothing of it is kept.';
      });
    }),
  );

  const about = element('p', 'rl-packet-from');
  const kinds = { triage: 'a walk through', diagnosis: 'the journey', page: 'the page' };
  const link = Object.assign(document.createElement('a'), { href: subject.href, textContent: title });
  about.append(`Made from ${kinds[from.kind]} `, link);
  const left = element('section', 'rl-packet-left');
  left.ariaLabel = 'What you know';
  const right = element('section', 'rl-packet-right');
  right.ariaLabel = 'The packet';
  left.append(state.root, kept, form.root);
  right.append(buttons, trouble, said, shown);
  root.replaceChildren(about, note, left, right);

  const before = readKeptCase(subject);
  form.write(before);
  if (before.keptAt !== null) paintKept(before.keptAt);

  return () => {
    note.textContent = subject.note(live);
    const found = JSON.stringify(subject.found(live));
    if (found === foundBefore) return;
    foundBefore = found;
    changed();
    void judge();
  };
}
