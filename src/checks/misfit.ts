import type { Expectation } from '../schemas/expectation.ts';
import { type ReadingSpec, readingType, readingUnit } from '../schemas/reading.ts';
import { convert, unitsLike } from '../schemas/units.ts';
import { literalsOf } from './expectation.ts';

export interface Misfit {
  code: 'bad-expectation' | 'wrong-unit';
  message: string;
}

/** Whether an expectation can ever hold for a reading of this type and unit; the reason when it cannot. */
export function findMisfit(expectation: Expectation, name: string, spec: ReadingSpec): Misfit | null {
  const type = readingType(spec);
  const unit = readingUnit(spec);
  const numeric = type === 'number' || type === 'integer';
  for (const literal of literalsOf(expectation)) {
    if (literal.kind === 'number') {
      if (type === 'boolean')
        return {
          code: 'bad-expectation',
          message: `\`${name}\` is \`true\` or \`false\`; received \`${expectation.source}\`.`,
        };
      if (type === 'text')
        return {
          code: 'bad-expectation',
          message: `\`${name}\` is a text; write \`${literal.value}\` in double quotes if the text is meant.`,
        };
      // A JSON number is taken in the unit that its row writes; `unitsOf` holds the row to one.
      if (type === 'any') continue;
      if (literal.unit && !unit)
        return { code: 'wrong-unit', message: `\`${name}\` has no unit; received \`${expectation.source}\`.` };
      if (!literal.unit && unit)
        return {
          code: 'wrong-unit',
          message: `\`${name}\` is measured in \`${unit}\`; write the unit: \`${expectation.source} ${unit}\`.`,
        };
      if (literal.unit && unit && convert(1, literal.unit, unit) === null) {
        return {
          code: 'wrong-unit',
          message: `\`${name}\` is measured in ${unitsLike(unit)
            .map((u) => `\`${u}\``)
            .join(', ')}; received \`${expectation.source}\`.`,
        };
      }
    } else {
      if (numeric) {
        if (/^0x[0-9a-f]+$/i.test(literal.value))
          return {
            code: 'bad-expectation',
            message: `\`${literal.value}\` is hexadecimal; write the decimal number, \`${BigInt(literal.value)}\`.`,
          };
        const word = /^-?[\d.]+\s*(\S+)$/.exec(literal.value)?.[1];
        return word
          ? {
              code: 'wrong-unit',
              message: `\`${word}\` is not a unit${
                unit
                  ? `; \`${name}\` is measured in ${unitsLike(unit)
                      .map((u) => `\`${u}\``)
                      .join(', ')}`
                  : ''
              }.`,
            }
          : { code: 'bad-expectation', message: `\`${name}\` is a number; received \`${expectation.source}\`.` };
      }
      if (type === 'boolean' && (literal.quoted || (literal.value !== 'true' && literal.value !== 'false'))) {
        return {
          code: 'bad-expectation',
          message: `\`${name}\` is \`true\` or \`false\`; received \`${expectation.source}\`. Write it without quotes.`,
        };
      }
    }
  }
  if (expectation.op === 'matches' && numeric)
    return { code: 'bad-expectation', message: `\`${name}\` is a number; \`matches\` is for texts.` };
  return null;
}
