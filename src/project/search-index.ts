import type { SearchIndex } from '../schemas/search.ts';
import { buildIndex } from '../search/build-index.ts';
import type { Project } from './load.ts';
import { popularUrls } from './popular-urls.ts';
import { type DocumentOptions, searchDocuments } from './search-documents.ts';

/** The index of one site in one language: what it ships as `/search/<locale>.json`, and what `runlight search` asks. */
export async function searchIndex(project: Project, options: DocumentOptions): Promise<SearchIndex> {
  const documents = await searchDocuments(project, options);
  const { audience, locale } = options;
  return buildIndex(documents, { audience, locale, popular: popularUrls(documents, project, audience) });
}
