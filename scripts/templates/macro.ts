import { type Template, titleFrom } from './template.ts';

interface Words {
  title(words: string): string;
  use: string;
  text: string;
}

const english: Words = {
  title: (words) => words,
  use: 'When an agent sends this, in one sentence.',
  text: `Hello,

This is about your ticket {{ticket}}. Say in two sentences what happened, and what the user can do now.

We write again on {{next-update}}. We never ask for your recovery phrase, in this case or in any other.`,
};

/** By the first part of a language's key. */
const words: Readonly<Record<string, Words>> = {
  en: english,
  es: {
    title: (name) => `${name} (título en español)`,
    use: 'Cuándo se envía este mensaje, en una frase.',
    text: `Hola:

Le escribimos por su caso {{ticket}}. Explique en dos frases qué pasó y qué puede hacer el usuario ahora.

Le escribiremos de nuevo el {{next-update}}. Nunca pedimos su frase de recuperación, ni en este caso ni en ningún otro.`,
  },
  pt: {
    title: (name) => `${name} (título em português)`,
    use: 'Quando esta mensagem é enviada, em uma frase.',
    text: `Olá!

Escrevemos sobre o seu chamado {{ticket}}. Explique em duas frases o que aconteceu e o que o usuário pode fazer agora.

Escrevemos de novo em {{next-update}}. Nunca pedimos a sua frase secreta, nem neste caso nem em nenhum outro.`,
  },
};

/** A text for users, in every language of the configuration. */
export const macro: Template = {
  pattern: /^[a-z][a-z0-9-]*$/,
  expected: 'lower-case letters, digits and hyphens, such as `quote-missing`',
  twins: () => [],
  files: ({ name, today, locales }) =>
    locales.map((locale) => {
      const { title, use, text } = words[locale.split('-')[0] ?? ''] ?? english;
      return {
        path: `src/content/macros/${locale}/${name}.md`,
        text: `---
title: ${title(titleFrom(name))}
use: ${use}
reviewed: ${today}
---

${text}
`,
      };
    }),
  next: ({ name, has }, path) => [
    ...(has('src/content/macros')
      ? []
      : ['This tree has its own macros from now on: copy those that Runlight ships and that you send, too.']),
    `Write ${path} for somebody who is afraid for their money, then the same in every language, with the same placeholders.`,
    'Placeholders and what fits into each: `src/schemas/placeholder.ts`. `{{article}}` needs `article: help/…` in the front matter.',
    'Prove it: `npx runlight lint`. A colleague who speaks the language reads it, too.',
    `Send it from an outcome of a tree: \`macro: ${name}\`.`,
  ],
};
