/** One line of a record's timeline. */
export interface TimelineEntry {
  /** ISO 8601, to the minute. */
  at: string;
  text: string;
}

const line = /^[-*] (\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}) UTC: (.+)$/;

/** The lines of a record that are its timeline, in their order; whatever else stands there is left alone. */
export function timelineOf(body: string): TimelineEntry[] {
  return body.split('\n').flatMap((each) => {
    const [, day, time, text] = line.exec(each.trim()) ?? [];
    return day && time && text ? [{ at: `${day}T${time}Z`, text }] : [];
  });
}

/** A record with one more line in its timeline: after the last one that is not later, whatever stands around it. */
export function withEntry(body: string, { at, text }: TimelineEntry): string {
  const written = `- ${at.slice(0, 10)} ${at.slice(11, 16)} UTC: ${text}`;
  const lines = body.trimEnd().split('\n');
  const places = lines.flatMap((each, index) => {
    const [entry] = timelineOf(each);
    return entry ? [{ index, at: entry.at }] : [];
  });
  const moment = Date.parse(at);
  const before = places.findLast((place) => Date.parse(place.at) <= moment);
  if (before) return [...lines.slice(0, before.index + 1), written, ...lines.slice(before.index + 1)].join('\n');
  const [first] = places;
  if (first) return [...lines.slice(0, first.index), written, ...lines.slice(first.index)].join('\n');
  const heading = lines.findIndex((each) => /^## Timeline/.test(each));
  if (heading >= 0) return [...lines.slice(0, heading + 1), '', written, ...lines.slice(heading + 1)].join('\n');
  return [...(body.trim() === '' ? [] : [...lines, '']), '## Timeline', '', written].join('\n');
}
