/** The file of a page's copy in Markdown: `/help/x/` has it at `/help/x/index.md`. */
export const copyName = 'index.md';
