/**
 * GitHub's workflow commands: `::error file=a.md,line=3::text`, one a line. The escapes are those
 * of `@actions/core` (packages/core/src/command.ts in actions/toolkit).
 */
export type CommandName = 'error' | 'warning' | 'notice';

export function workflowCommand(
  name: CommandName,
  properties: Record<string, string | number>,
  message: string,
): string {
  const written = Object.entries(properties)
    .map(([key, value]) => `${key}=${escapeProperty(String(value))}`)
    .join(',');
  return `::${name}${written ? ` ${written}` : ''}::${escapeData(message)}\n`;
}

function escapeData(text: string): string {
  return text.toWellFormed().replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** As `inert`, for JSON, whose lines cannot begin with `::`; what is read from it is what it was. */
export function inertJson(json: string): string {
  return json.replaceAll('##[', '#\\u0023[');
}
