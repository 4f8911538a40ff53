// Who may import whom: schemas and text ← checks, redact, macros, glossary ← markdown, trees ← project ← runner … ← scripts, lab.
// Type imports count. Each rule says what to do instead.
const floors = [
  ['schemas', 'text'],
  ['checks', 'redact', 'macros', 'glossary', 'search'],
  ['markdown', 'trees', 'journeys', 'incidents', 'packet', 'deflect', 'pictures'],
  ['project', 'readers'],
  ['runner', 'leaks', 'links'],
  ['reporters'],
  ['store'],
  ['live'],
  ['server'],
  ['integration'],
];

/** A room may import from the floors below it and from itself. */
const upward = floors.flatMap((rooms, level) => {
  const above = floors.slice(level + 1).flat();
  const beside = level === 0 ? [] : rooms;
  return rooms.flatMap((room) => {
    const banned = [...above, ...beside.filter((other) => other !== room)];
    if (banned.length === 0) return [];
    return {
      name: `${room}-imports-upwards`,
      comment: `src/${room} stands below ${banned.join(', ')}: move what it needs down, or hand it in as an argument.`,
      severity: 'error',
      from: { path: `^src/${room}/`, pathNot: '\\.test\\.ts$' },
      to: { path: `^src/(${banned.join('|')})/` },
    };
  });
});

export default {
  forbidden: [
    ...upward,
    {
      name: 'no-circles',
      comment: 'Two files need each other: take out what both need into a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'checks-import-only-the-public-edge',
      comment: 'A check imports `runlight/check` and libraries. If it needs more, that belongs into `runlight/check`.',
      severity: 'error',
      from: { path: '^checks/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(src/(?!checks/check\\.ts$)|scripts|lab|tests)' },
    },
    {
      name: 'browser-stays-light',
      comment:
        'Components and browser scripts import what decides (schemas, text, redact, trees, journeys, incidents, macros, packet, pictures) and Markdown’s vocabulary; what runs, stores or serves never reaches a browser.',
      severity: 'error',
      from: { path: '^src/(client|components)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/(runner|live|server|store|reporters|project|checks)/|node_modules/(zx|viem)/' },
    },
    {
      name: 'browser-has-no-node',
      comment:
        'A browser script, and what it imports of the rooms that decide, runs where there are no `node:` modules.',
      severity: 'error',
      from: {
        path: '^src/(client|redact|trees|journeys|macros|glossary|incidents|search|packet|pictures)/',
        pathNot: '\\.test\\.ts$',
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'deflection-decides',
      comment: 'What is said of tickets touches no disk and no process: files and threads are in scripts/cli/deflect/.',
      severity: 'error',
      from: { path: '^src/deflect/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'only-scripts-know-scripts',
      comment: 'What other rooms need of a script belongs into `src/`.',
      severity: 'error',
      from: { path: '^(src|lab|checks)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^scripts/' },
    },
    {
      name: 'lab-stands-beside',
      comment: 'The site and the engine know the lab only by its addresses; scripts start it.',
      severity: 'error',
      from: { path: '^(src|checks)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^lab/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^tests/fixtures/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.mjs', '.js', '.astro'],
    },
  },
};
