import { describe, expect, it } from 'vitest';
import type { BoardData } from '../../schemas/board-data.ts';
import { boardBlocks } from './board-blocks.ts';
import { type Grouping, groupBlocks, groupName } from './group-blocks.ts';

const block = (title: string, layer: 'api' | 'provider' | 'client' | null, provider: string | null = null) => ({
  title,
  layer,
  target: null,
  provider,
});
const data: BoardData = {
  pages: {
    'runbooks/triage/layer': {
      title: 'Find the layer',
      journeys: ['swap', 'send', 'swap'],
      area: 'triage',
      freshFor: 1000,
      blocks: { head: block('The head moves', 'provider', 'Nodes'), quote: block('Quotes come', 'api') },
    },
    'runbooks/buy-sell/order': {
      title: 'An order is stuck',
      journeys: ['buy'],
      area: 'buy-sell',
      freshFor: 2000,
      blocks: { order: block('Orders move', 'provider', 'A ramp') },
    },
    'runbooks/security/links': {
      title: 'Links',
      journeys: [],
      area: 'security',
      freshFor: 1000,
      blocks: { links: block('Links open the app', 'client'), notes: block('Notes', null) },
    },
  },
};
const blocks = boardBlocks(data);
const groups = (by: Grouping) =>
  groupBlocks(blocks, by).map(({ key, blocks: its }) => [key, its.map(({ title }) => title)]);

describe('boardBlocks', () => {
  it('has each block once, by its whole id, with what its page says', () => {
    expect(blocks.map(({ id }) => id)).toEqual([
      'runbooks/triage/layer#head',
      'runbooks/triage/layer#quote',
      'runbooks/buy-sell/order#order',
      'runbooks/security/links#links',
      'runbooks/security/links#notes',
    ]);
    expect(blocks[2]).toMatchObject({
      page: 'runbooks/buy-sell/order',
      pageTitle: 'An order is stuck',
      freshFor: 2000,
    });
  });
});

describe('groupBlocks', () => {
  it('puts a block into each of its journeys once, and one without into its area, after the journeys', () => {
    expect(groups('journey')).toEqual([
      ['buy', ['Orders move']],
      ['send', ['The head moves', 'Quotes come']],
      ['swap', ['The head moves', 'Quotes come']],
      ['area.security', ['Links open the app', 'Notes']],
    ]);
  });

  it('keeps areas in the order of the pages', () => {
    expect(groups('area').map(([key]) => key)).toEqual(['triage', 'buy-sell', 'security']);
  });

  it('goes through the layers as a request does, and ends with what has none', () => {
    expect(groups('layer')).toEqual([
      ['client', ['Links open the app']],
      ['api', ['Quotes come']],
      ['provider', ['The head moves', 'Orders move']],
      ['-', ['Notes']],
    ]);
  });

  it('sorts providers by name, and ends with what has none', () => {
    expect(groups('provider').map(([key]) => key)).toEqual(['A ramp', 'Nodes', '-']);
  });

  it('of nothing is nothing', () => {
    expect(groupBlocks([], 'journey')).toEqual([]);
  });
});

describe('groupName', () => {
  const areas = { security: 'Security', 'buy-sell': 'Buy and sell' };
  it.each([
    ['buy-sell', 'area', 'Buy and sell'],
    ['new-area', 'area', 'New area'],
    ['cash-out', 'journey', 'Cash out'],
    ['area.security', 'journey', 'Security'],
    ['api', 'layer', 'API'],
    ['backend', 'layer', 'Backend'],
    ['-', 'layer', 'No layer'],
    ['-', 'provider', 'No provider'],
    ['e-Nodes', 'provider', 'e-Nodes'],
  ] as const)('calls %s, by %s, %s', (key, by, name) => {
    expect(groupName(key, by, areas)).toBe(name);
  });
});
