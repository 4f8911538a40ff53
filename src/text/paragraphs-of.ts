/** The paragraphs of a plain text: empty lines part them. */
export const paragraphsOf = (text: string): string[] => text.split(/\n\s*\n/);
