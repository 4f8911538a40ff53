/** Reads a log as GitHub's runner does (`ActionCommand.cs` in actions/runner), for tests. */
export interface Command {
  name: string;
  properties: Record<string, string>;
  data: string;
}

const known = new Set([
  'error',
  'warning',
  'notice',
  'debug',
  'group',
  'endgroup',
  'add-mask',
  'add-path',
  'set-env',
  'set-output',
  'save-state',
  'stop-commands',
  'echo',
  'add-matcher',
  'remove-matcher',
]);

export function parseCommands(log: string): { commands: Command[]; other: string[] } {
  const commands: Command[] = [];
  const other: string[] = [];
  for (const line of log.split(/\r\n|\n|\r/).filter((text) => text !== '')) {
    const command = parse(line);
    if (command) commands.push(command);
    else other.push(line);
  }
  return { commands, other };
}

function parse(line: string): Command | null {
  const now = /^::(.*?)::(.*)$/s.exec(line.trim());
  const old = /##\[(.*?)\](.*)$/s.exec(line);
  for (const [match, separator] of [
    [now, ','],
    [old, ';'],
  ] as const) {
    const [, info = '', data = ''] = match ?? [];
    const [name = ''] = info.split(' ');
    if (!match || !known.has(name.toLowerCase())) continue;
    const pairs = info
      .slice(name.length)
      .trim()
      .split(separator)
      .flatMap((pair) => {
        const at = pair.indexOf('=');
        return at < 0 ? [] : [[pair.slice(0, at), decode(pair.slice(at + 1), true)]];
      });
    return { name: name.toLowerCase(), properties: Object.fromEntries(pairs), data: decode(data, false) };
  }
  return null;
}

function decode(text: string, property: boolean): string {
  const data = text.replaceAll('%0D', '\r').replaceAll('%0A', '\n');
  return (property ? data.replaceAll('%3A', ':').replaceAll('%2C', ',') : data).replaceAll('%25', '%');
}
