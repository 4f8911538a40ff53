// Prose of the kind that runbooks have: links, code, lists, emphasis. What it says matters to nobody.
const sentences = [
  'A deposit that the chain has confirmed shows in the wallet **by itself**; before that the balance is stale, not lost.',
  'Ask for the transaction hash and the network, and compare both with what the explorer says.',
  'The provider answers `429` when we ask too often; wait for as long as `Retry-After` says.',
  'Orders wait in the queue while the partner checks a payment, which their own _status page_ tells of.',
  'Support never needs a recovery phrase; whoever asks for one is not from support.',
  'When two nodes name different heads, the one that is behind is wrong, as long as the chain moves at all.',
  'A swap that reverts costs its network fee, because validators did the work of finding out.',
  'Note the time in UTC, the order, and the words that the user sees on the screen.',
  'Fees rise when many people send at once; a transaction with a lower fee waits until they fall again.',
  'The status page of the partner is late on a bad day, so ask the service itself first.',
];

export interface PageShape {
  page: number;
  words: number;
  seed: number;
  blocks: readonly string[];
  /** Lines of front matter beside title and description. */
  facts?: readonly string[];
  /** Where the link at the end goes. */
  next: string;
}

/** One page, as a team would write it: sections of prose with the blocks between them. */
export function pageText({ page, words, seed, blocks, facts = [], next }: PageShape): string {
  const paragraphs = prose(words, page + seed);
  const perBlock = blocks.length === 0 ? paragraphs.length : Math.ceil(paragraphs.length / (blocks.length + 1));
  const parts = [...paragraphs.splice(0, perBlock)];
  for (const block of blocks) parts.push(block, ...paragraphs.splice(0, perBlock));
  const headed = parts.flatMap((part, nth) => (nth % 6 === 0 ? [`## Step ${nth / 6 + 1}`, part] : [part]));
  return `---
title: Orders of partner ${page} wait
description: Orders of partner ${page} stay in the queue longer than they should (${seed}).
${facts.map((line) => `${line}\n`).join('')}---

${headed.join('\n\n')}

Next, look at [the partner after this one](${next}).
`;
}

function prose(words: number, seed: number): string[] {
  const paragraphs: string[] = [];
  let written = 0;
  for (let nth = seed; written < words; nth += 1) {
    const chosen = [0, 3, 7].map((step) => sentences[(nth * 3 + step) % sentences.length] ?? '');
    const text = `In case ${nth}: ${chosen.join(' ')}`;
    paragraphs.push(nth % 4 === 3 ? chosen.map((sentence) => `- ${sentence}`).join('\n') : text);
    written += text.split(' ').length;
  }
  return paragraphs;
}
