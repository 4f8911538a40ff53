/** Somebody else's, installed for the benchmark alone. */
export interface Installable {
  id: string;
  title: string;
  version: string;
  /** Brings this version into its own folder, unless it is there. Throws an error that says why it could not. */
  install(): Promise<void>;
}

export interface Installed<P extends Installable> {
  installed: readonly P[];
  /** And why they could not be installed. */
  missing: readonly { peer: P; why: string }[];
}
