const longest = 200;

/**
 * ` \`text\`` where it may be the id of something, else nothing: it begins with a space. What was typed or
 * pasted in the place of an id may be anything, and cutting it short could leave half a secret.
 */
export function quotedId(text: string): string {
  return text.length <= longest && /^[\w./#-]+$/.test(text) ? ` \`${text}\`` : '';
}
