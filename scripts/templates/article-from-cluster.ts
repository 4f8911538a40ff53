import type { TicketCluster } from '../../src/schemas/deflection.ts';
import { oneLine } from '../../src/text/one-line.ts';
import { article } from './article.ts';
import { type NewFile, type Template, type TemplateFacts, titleFrom } from './template.ts';

/** By the first part of a language's key. The words of an article to begin with, where it is a translation. */
const translations: Readonly<Record<string, { title(name: string): string; description: string; text: string }>> = {
  es: {
    title: (name) => `${name} (título en español)`,
    description: 'Qué puede hacer quien lee, en una frase que se muestre en los resultados de búsqueda.',
    text: `Diga en la primera frase qué pasó. En la segunda, si el dinero está a salvo y qué hacer ahora.

:::caution[Cuidado con el soporte falso]
Nunca le pedimos su frase secreta. No atendemos por teléfono.
:::

## Qué revisar

1. Lo primero que conviene mirar.
2. Lo siguiente.

## Cuándo escribirnos

Díganos el hash de la transacción, la red, la versión de la app y la hora. Nunca envíe su frase secreta.
`,
  },
  pt: {
    title: (name) => `${name} (título em português)`,
    description: 'O que quem lê pode fazer, em uma frase que apareça nos resultados da busca.',
    text: `Diga na primeira frase o que aconteceu. Na segunda, se o dinheiro está seguro e o que fazer agora.

:::caution[Cuidado com o suporte falso]
Nunca pedimos a sua frase secreta. Não atendemos por telefone.
:::

## O que verificar

1. A primeira coisa a olhar.
2. A seguinte.

## Quando escrever para nós

Informe o hash da transação, a rede, a versão do app e o horário. Nunca envie a sua frase secreta.
`,
  },
};

const mostSymptoms = 8;

/**
 * The article that a cluster of tickets lacks: the template's, with what its tickets say as symptoms, and a
 * translation for each other language that they are written in. Nothing of it is public yet.
 */
export function articleFromCluster(cluster: TicketCluster): Template {
  const said = (language: string): string[] =>
    cluster.wording.filter((each) => each.language === language).map(({ text }) => text);
  return {
    ...article,
    files(facts) {
      const [source] = article.files(facts);
      if (!source) return [];
      // In the first language, what is said in others stands in for what nobody said in it.
      const english = [...said('en'), ...said('other')];
      const symptoms = english.length > 0 ? english : cluster.words;
      const text = source.text.replace(
        'symptoms: ["what users type or paste"]',
        () => `${notes(cluster)}${frontMatterList(symptoms)}`,
      );
      return [{ path: source.path, text }, ...translated(facts)];
    },
    twins: (name) => [
      ...article.twins(name),
      ...Object.keys(translations).map((locale) => translationPath(locale, name)),
    ],
    next: (facts, path) => [
      `Read ${path}: its symptoms are what ${cluster.tickets.toLocaleString('en')} tickets say; keep those that a user would type.`,
      `Answer what they ask${cluster.nearestArticle === null ? '' : `, and see first whether help/${cluster.nearestArticle} should say it instead`}; then take the comments out of its front matter.`,
      ...article.next(facts, path).slice(1),
      'Run `npx runlight deflect` on the export again: the cluster should be gone.',
    ],
  };

  function translated({ name, locales }: TemplateFacts): NewFile[] {
    return locales.flatMap((locale) => {
      const language = locale.split('-')[0] ?? '';
      const words = translations[language];
      const symptoms = said(language);
      if (!words || symptoms.length === 0) return [];
      return [
        {
          path: translationPath(locale, name),
          text: `---\ntitle: ${words.title(titleFrom(name))}\ndescription: ${words.description}\n${frontMatterList(symptoms)}\n---\n\n${words.text}`,
        },
      ];
    });
  }
}

const translationPath = (locale: string, name: string): string => `src/content/docs/${locale}/help/${name}.md`;

/** JSON strings are YAML's, too: what a ticket says can end nothing. */
const frontMatterList = (texts: readonly string[]): string =>
  `symptoms:\n${texts
    .slice(0, mostSymptoms)
    .map((text) => `  - ${JSON.stringify(text)}`)
    .join('\n')}`;

/** What the writer should know, as comments of the front matter: no reader ever sees them, not in the page's source either. */
const notes = ({ id, tickets, words, examples }: TicketCluster): string =>
  [
    `From the cluster ${id}: ${tickets.toLocaleString('en')} tickets. Words: ${oneLine(words.join(', '))}.`,
    ...examples.map(({ text }) => `- ${oneLine(text)}`),
  ]
    .map((line) => `# ${line}\n`)
    .join('');
