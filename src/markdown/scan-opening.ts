import type { ContainerDirective } from 'mdast-util-directive';
import { toString as textOf } from 'mdast-util-to-string';
import { isRequired, paramMeta } from '../checks/param.ts';
import type { RegisteredCheck } from '../checks/registry.ts';
import { type Layer, layerSchema, layers } from '../schemas/layer.ts';
import type { Position } from '../schemas/page.ts';
import { suggest } from '../text/nearest.ts';
import { type RawAttribute, readAttributes } from './attributes.ts';
import type { Findings, PageWorld } from './page-world.ts';
import type { Source } from './source.ts';
import { blockAttributes } from './vocabulary.ts';

/** The opening fence of a check block, read. */
export interface Opening {
  position: Position;
  localId: string | null;
  title: string;
  /** Attributes by name, first occurrence. */
  attributes: Map<string, RawAttribute & { position: Position }>;
}

/** Reads title and attributes of a block's opening; what is wrong with them alone is reported here. */
export function scanOpening(node: ContainerDirective, source: Source, seen: Set<string>, findings: Findings): Opening {
  const start = node.position?.start ?? { line: 1, column: 1 };
  const position = { line: start.line, column: start.column };
  const line = source.lines[position.line - 1] ?? '';
  const attributes: Opening['attributes'] = new Map();
  for (const attribute of readAttributes(line)) {
    const at = { line: position.line, column: attribute.offset + 1 };
    if (attributes.has(attribute.name))
      findings.add('duplicate-attribute', at, `\`${attribute.name}\` is given twice.`);
    else attributes.set(attribute.name, { ...attribute, position: at });
  }
  const label = node.children[0];
  const hasLabel = label?.type === 'paragraph' && label.data !== undefined && 'directiveLabel' in label.data;
  const title = hasLabel ? textOf(label).trim() : '';
  const id = attributes.get('id')?.value ?? '';
  if (id === '') findings.add('missing-id', position, 'The block has no id; expected one such as `{#bsc-head …}`.');
  else if (!/^[a-z][a-z0-9-]*$/.test(id))
    findings.add(
      'invalid-id',
      position,
      `\`${id}\` is not usable as an id; expected lower-case letters, digits and hyphens.`,
    );
  else if (seen.has(id)) findings.add('duplicate-id', position, `The id \`${id}\` is already used on this page.`);
  if (title === '')
    findings.add('missing-title', position, 'The block has no title; expected one in brackets behind `:::check`.');
  const usable = id !== '' && !seen.has(id);
  if (id !== '') seen.add(id);
  return { position, localId: usable ? id : null, title: title || id, attributes };
}

/** What a source page's block says in its attributes beside id and title. */
export interface Invocation {
  check: RegisteredCheck | null;
  use: string;
  params: Record<string, string>;
  ask: string[];
  layer: Layer | null;
}

/** Holds the attributes against the check they name: parameters, targets, layer. */
export function scanInvocation(opening: Opening, world: PageWorld, findings: Findings): Invocation {
  const { attributes, position } = opening;
  const use = attributes.get('use')?.value ?? '';
  const check = world.registry.get(use) ?? null;
  if (use === '') findings.add('missing-check', position, 'The block names no check; expected `use="…"`.');
  else if (!check)
    findings.add(
      'unknown-check',
      attributes.get('use')?.position ?? position,
      `There is no check \`${use}\`.${suggest(use, [...world.registry.keys()])}`,
    );

  const layerText = attributes.get('layer')?.value;
  const layer = layerText === undefined ? null : layerSchema.safeParse(layerText);
  if (layer && !layer.success) {
    findings.add(
      'unknown-layer',
      attributes.get('layer')?.position ?? position,
      `\`${layerText}\` is not a layer.${suggest(layerText ?? '', layers)}`,
    );
  }
  const ask = (attributes.get('ask')?.value ?? '').split(/[\s,]+/).filter(Boolean);
  const params: Record<string, string> = {};
  const shape = check?.definition.params ?? {};
  const names = Object.keys(shape);
  for (const [name, attribute] of attributes) {
    if ((blockAttributes as readonly string[]).includes(name)) continue;
    if (!check && name !== 'class') {
      params[name] = attribute.value;
      continue;
    }
    const schema = shape[name];
    if (!schema) {
      const shown = name === 'class' ? `.${attribute.value}` : name;
      findings.add(
        'unknown-attribute',
        attribute.position,
        `\`${shown}\` is neither an attribute of a block nor a parameter of \`${use}\`.${suggest(name, [...names, 'use', 'ask', 'layer'])}`,
      );
      continue;
    }
    params[name] = attribute.value;
    const about = paramMeta(schema);
    if (!schema.safeParse(attribute.value).success) {
      findings.add(
        'invalid-parameter',
        attribute.position,
        `\`${name}\` is \`${attribute.value}\`; expected ${about.expected}.`,
      );
    } else if (about.kind === 'target' && !world.targets.includes(attribute.value)) {
      findings.add(
        'unknown-target',
        attribute.position,
        `There is no target \`${attribute.value}\`.${suggest(attribute.value, world.targets)}`,
      );
    }
  }
  if (check) {
    for (const name of ask) {
      if (!shape[name])
        findings.add(
          'unknown-parameter',
          attributes.get('ask')?.position ?? position,
          `\`ask\` names \`${name}\`, which is no parameter of \`${use}\`.${suggest(name, names)}`,
        );
      else if (paramMeta(shape[name]).kind === 'file')
        findings.add(
          'unknown-parameter',
          attributes.get('ask')?.position ?? position,
          `\`ask\` names \`${name}\`, which is a file of the tree: the page says which, not its reader.`,
        );
    }
    for (const [name, schema] of Object.entries(shape)) {
      if (isRequired(schema) && !attributes.has(name) && !ask.includes(name)) {
        findings.add('missing-parameter', position, `\`${use}\` needs \`${name}\`: ${paramMeta(schema).expected}.`);
      }
    }
  }
  return { check, use, params, ask, layer: layer?.success ? layer.data : null };
}
