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

const phraseFound =
  'A recovery phrase stands in what a check saw, so no packet is made. Tell whoever has the security of the team.';

/** What may be handed on of one state of things. */
interface Standing {
  /** Redacted. */
  draft: PacketDraft;
  made: Made;
  /** Whether the server made it. */
  isSealed: boolean;
}

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
  let foundBefore = '';
  /** Counts changes, so that what was judged of an earlier state is never taken for this one's. */
  let turn = 0;
  /** What became of what stands there now; `null` before it has been judged, and where it may not be used. */
  let standing: Standing | null = null;

  /** What is shown and said is of another state of things. */
  function changed(): void {
    turn += 1;
    standing = null;
    said.textContent = '';
  }

  /** What may be handed on, judged anew for as long as somebody types; `null` where nothing may. */
  async function judge(): Promise<Standing | null> {
    clearTimeout(timer);
    for (;;) {
      if (standing) return standing;
      const found = await judgeOnce(turn);
      if (found !== 'changed') return found;
    }
  }

  async function judgeOnce(mine: number): Promise<Standing | null | 'changed'> {
    const { facts, severity } = form.read();
    const asTyped: PacketDraft = { from, ...subject.found(live), facts, severity };
    const maker = await import('./packet-maker.ts').catch(() => null);
    const judged = await maker?.judgeFacts(asTyped).catch(() => null);
    if (mine !== turn) return 'changed';
    if (!maker || !judged) return refuse(unchecked);
    if (judged.kind === 'secret') {
      forgetSecret(judged.fact, secret);
      return 'changed';
    }
    form.setRemoved(judged.removed);
    const safe = { facts: judged.facts, severity };
    const isSaid = severity !== null || Object.keys(judged.facts).length > 0;
    if (isSaid) paintKept(keepCase(subject, safe, live.now()) ? live.now() : null);
    else forgetCase(subject);
    const draft = { ...asTyped, ...safe };
    const made = await maker.makePacket(draft, world, live.now()).catch(() => null);
    if (mine !== turn) return 'changed';
    if (!made) return refuse(phraseFound);
    // Somebody may have asked for the same at the same time.
    standing ??= { draft, made, isSealed: false };
    trouble.textContent = '';
    paint(standing.made);
    return standing;
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
    standing = null;
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
    const its = await judge();
    if (!its || its.isSealed || live.state === 'static') return its?.made ?? null;
    const answer = await serverBelow(base).packet(its.draft);
    if (answer.kind === 'ok') {
      its.made = answer.value;
      its.isSealed = true;
      if (its === standing) paint(its.made);
      return its.made;
    }
    if (answer.kind === 'lost') {
      trouble.textContent =
        'The server does not answer, so the packet was made here: it has its checksum, and no signature.';
      return its.made;
    }
    const { code, message, hint, parameter } = answer.error;
    const fact = factNames.find((name) => name === parameter) ?? null;
    if (code !== 'secret' || fact === null) return refuse(`${message} ${hint}`.trim());
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
