/** What a page that shows results says to its scripts: `<script type="application/json" id="rl-page">`. */
export interface WrittenSettings {
  /** The path that the site is served under; ends in a slash. */
  base: string;
  /** Milliseconds that a proof on this page stays fresh; 0 where each proof says itself. */
  freshFor: number;
  /** Of the language that the page's text is in. */
  locale: string;
}
