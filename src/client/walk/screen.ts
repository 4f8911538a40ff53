/** What a walk shows where it stands: a question, or an outcome. */
export interface Screen {
  root: HTMLElement;
  heading: HTMLElement;
  /** Shows what is known now. */
  paint(): void;
  /** Takes the choice with this number, from 0. */
  choose(index: number): void;
  /** Takes what the check has chosen, where it has. */
  take(): void;
}
