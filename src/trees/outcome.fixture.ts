/** An outcome as a tree's file writes it; any will do. */
export const anOutcome = {
  kind: 'outcome',
  outcome: 'It ends.',
  severity: 'sev3',
  owner: { role: 'support-lead' },
  channel: 'here',
  acknowledge: '1 h',
  next: { role: 'incident-commander', after: '1 h' },
  do: ['Go on.'],
  attach: ['A link.'],
};
