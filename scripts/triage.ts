import type { Packet, PacketDraft } from '../src/schemas/packet.ts';
import { withHashes } from './cli/case-hashes.ts';
import { defineCommand } from './cli/define-command.ts';
import { openProject } from './cli/open-project.ts';
import { caseOptions } from './cli/packet-options.ts';
import { packetSigner } from './cli/packet-signer.ts';
import { printMistakes } from './cli/print-mistakes.ts';
import { readCase } from './cli/read-case.ts';
import { parseDurationOption, parseParam } from './cli/run-options.ts';

export default defineCommand({
  name: 'triage',
  summary: 'Walks an escalation tree, from a symptom to the right hands; checks answer what they can',
  operands: 'TREE',
  options: {
    answer: {
      type: 'string',
      multiple: true,
      value: 'NODE=CHOICE',
      help: 'Answer a node beforehand; may be repeated. Of a check, it overrules what the check says',
    },
    param: {
      type: 'string',
      multiple: true,
      value: 'NAME=VALUE',
      help: 'A value that checks ask for, such as hash=0x…',
    },
    'by-hand': { type: 'boolean', help: 'Run no checks; ask the person instead' },
    break: {
      type: 'string',
      multiple: true,
      value: 'SERVICE.FAULT',
      help: 'Break the lab for this walk; `npx runlight lab list` names the faults',
    },
    timeout: { type: 'string', value: 'DURATION', help: 'For each check (default 10 s)' },
    ...caseOptions,
    list: { type: 'boolean', help: 'List the trees, and walk none' },
    json: { type: 'boolean', help: 'Print { tree, path, outcome, needs, packet } as JSON, and ask nobody' },
  },
  examples: [
    ['npx runlight triage --list', 'Which trees there are'],
    ['npx runlight triage master-triage', 'Walk through one, question by question'],
    [
      'npx runlight triage swap-bridge --answer exploit=quiet --answer where=quote --json',
      'In a script: checks answer the rest, or it says what is missing (exit code 3)',
    ],
    [
      'npx runlight triage chain-rpc --answer network=bsc --break bsc-rpc.stale-head',
      'See what a tree says when the lab is broken',
    ],
    ['npx runlight triage swap-bridge --param hash=0x…', 'With the hash that its check asks for'],
    [
      'npx runlight triage swap-bridge --packet case.md --fact platform="Android 16"',
      'Write the packet that hands the case on; what is missing is asked for',
    ],
  ],
  async run({ options, operands, signal }) {
    const given = await readCase(options);
    const signer = options.json || given.file !== null ? packetSigner(process.env) : null;
    const { project, environment } = await openProject({ ...options, trees: true });
    if (options.list) return (await import('./cli/print-trees.ts')).printTrees(project, options.json);
    const [{ treeFrom, mistakesOf }, { givenAnswers }] = await Promise.all([
      import('./cli/tree-from.ts'),
      import('./cli/given-answers.ts'),
    ]);
    const tree = treeFrom(operands, project);
    const { reachableFrom, linkTarget, nodeAt } = await import('../src/trees/graph.ts');
    const start = linkTarget(project.trees, tree);
    const places = start ? [...reachableFrom(project.trees, start).values()] : [];
    const errors = mistakesOf(project, places);
    if (errors.length > 0) return printMistakes(errors);
    const nodes = places.flatMap((place) => {
      const node = nodeAt(project.trees, place);
      return node ? [{ place, node }] : [];
    });
    const answers = givenAnswers(options.answer, nodes);
    const params = Object.fromEntries(options.param.map(parseParam));
    const timeoutMs = parseDurationOption('timeout', options.timeout) ?? 10_000;

    const [{ walkTree }, { pathOf }, { outcomeOf }, { nameIn }, { createPaint }, { triageLines, needLines }] =
      await Promise.all([
        import('./cli/walk-tree.ts'),
        import('../src/trees/walk.ts'),
        import('../src/trees/outcome.ts'),
        import('../src/trees/graph.ts'),
        import('../src/reporters/terminal/paint.ts'),
        import('./cli/print-triage.ts'),
      ]);
    const width = Math.max(40, Math.min(process.stderr.columns ?? 80, 100));
    const isAsking = process.stdin.isTTY === true && process.stderr.isTTY === true && !options.json;
    const colour = (stream: NodeJS.WriteStream) => createPaint(stream.isTTY === true && !process.env.NO_COLOR);
    const asker = isAsking
      ? (await import('./cli/terminal-asker.ts')).createTerminalAsker(
          project.trees,
          colour(process.stderr),
          width,
          signal,
        )
      : null;
    const stopped = asker?.signal ?? signal;
    const checks = options['by-hand']
      ? null
      : await (await import('./cli/triage-checks.ts')).openTriageChecks({
          project,
          environment,
          nodes: nodes.flatMap(({ place, node }) => (node.kind === 'check' ? [{ place, node }] : [])),
          params,
          breaks: options.break,
          timeoutMs,
          signal: stopped,
        });
    try {
      const { walk, outcome, needs } = await walkTree({
        trees: project.trees,
        tree,
        answers,
        checks,
        asker,
        signal: stopped,
      });
      const path = pathOf(walk);
      const ending = outcome && outcomeOf(nameIn(tree, outcome.place), outcome.node, project.escalation, new Date());
      const seen = checks?.seen() ?? { checks: [], hashes: [] };
      const draft: PacketDraft = {
        from: { kind: 'triage', id: tree },
        environment: checks ? environment : null,
        facts: withHashes(given.facts, seen.hashes),
        severity: given.severity,
        path,
        outcome: ending,
        diagnosis: null,
        checks: seen.checks,
      };
      const hand = async (mayAsk: boolean): Promise<Packet | null> => {
        if (!ending || !(options.json || given.file !== null)) return null;
        const { handOn } = await import('./cli/hand-on.ts');
        return (await handOn(draft, { project, signer, file: given.file, mayAsk })).packet;
      };
      const triage = { tree, path, outcome: ending, needs, packet: options.json ? await hand(false) : null };
      if (options.json) process.stdout.write(`${JSON.stringify(triage, null, 2)}\n`);
      else {
        if (asker) process.stderr.write('\u001b[2J\u001b[3J\u001b[H');
        process.stdout.write(
          triageLines(triage, project, colour(process.stdout), width)
            .map((line) => `${line}\n`)
            .join(''),
        );
      }
      if (needs) process.stderr.write(`${needLines(triage).join('\n')}\n`);
      if (!options.json) {
        asker?.close();
        await hand(isAsking);
      }
      return outcome ? 0 : 3;
    } finally {
      asker?.close();
      await checks?.close();
    }
  },
});
