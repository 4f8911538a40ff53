/// <reference types="astro/client" />
/// <reference types="@astrojs/starlight/locals" />

declare module 'virtual:runlight/site' {
  const site: import('./integration/site-data.ts').SiteData;
  export default site;
}

declare module 'virtual:runlight/triage' {
  const triage: import('./integration/triage-data.ts').TriageData;
  export default triage;
}

declare module 'virtual:runlight/search' {
  const indexes: Readonly<Record<string, import('./schemas/search.ts').SearchIndex>>;
  export default indexes;
}

declare module 'virtual:runlight/glossary' {
  const glossary: import('./integration/glossary-data.ts').GlossaryData;
  export default glossary;
}

declare module 'virtual:runlight/result-words' {
  const words: Readonly<Record<string, import('./schemas/site-words.ts').ResultWords>>;
  export default words;
}

/** What runs on this site's pages. */
declare module 'virtual:runlight/page-script' {}

declare module 'virtual:runlight/content' {
  const source: import('./integration/virtual-site.ts').ContentSource;
  export default source;
}

declare module 'virtual:runlight/problems' {
  const problems: import('./integration/dev-problems.ts').Problems;
  export default problems;
}

declare namespace StarlightApp {
  type Words = typeof import('./content/i18n/en.json');
  interface I18n extends Words {}
}
