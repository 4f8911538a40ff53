import { placeholdersIn } from './placeholders-in.ts';

/** A piece of a macro's text. */
export interface MacroPart {
  /** `text` is the macro's own, `value` was filled in, `gap` has nothing to be filled in with. */
  kind: 'text' | 'value' | 'gap';
  /** As it is sent; a gap's `{{name}}`. */
  text: string;
  /** The placeholder's; `null` for the macro's own text. */
  name: string | null;
}

/** A macro's text in pieces, in their order: what was filled in and what is open can be told apart. */
export function splitMacro(body: string, fitting: ReadonlyMap<string, string>): MacroPart[] {
  const parts: MacroPart[] = [];
  let done = 0;
  for (const { name, offset, length } of placeholdersIn(body)) {
    if (offset > done) parts.push({ kind: 'text', text: body.slice(done, offset), name: null });
    done = offset + length;
    const value = fitting.get(name);
    if (value === undefined) parts.push({ kind: 'gap', text: body.slice(offset, done), name });
    else parts.push({ kind: 'value', text: value, name });
  }
  if (done < body.length) parts.push({ kind: 'text', text: body.slice(done), name: null });
  return parts;
}
