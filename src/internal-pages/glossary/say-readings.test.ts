import { describe, expect, it } from 'vitest';
import { sayReadings } from './say-readings.ts';

describe('sayReadings', () => {
  it('counts families, its own among them, each once', () => {
    expect(sayReadings('evm/limit', ['solana/slots', 'solana/rate', 'solana/slots'])).toBe('in 2 families');
  });

  it('counts readings where one family has them all', () => {
    expect(sayReadings('card/05', ['card/05-visa', 'card/05-visa'])).toBe('2 readings');
  });

  it('says nothing of a code that means one thing', () => {
    expect(sayReadings('evm/limit', [])).toBeNull();
  });
});
