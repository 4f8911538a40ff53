/** How names of columns and keys are compared: `Created at (UTC)`, `created_at` and `createdAt` are one. */
export const fieldName = (name: string): string =>
  name
    .replace(/\([^()]*\)\s*$/, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.]+/gu, '');
