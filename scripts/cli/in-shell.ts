/** What to do about a secret that was typed as an option: a shell keeps what was typed; a form does not. */
export const inShell = (message: string): string =>
  message.replace('Clear the field, and delete', "Delete it from the shell's history, and delete");
