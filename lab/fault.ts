/** Takes a fault back. */
export type End = () => void | Promise<void>;

/**
 * One way in which a service can be broken. `Part` is what the fault works on, such as the service's HTTP
 * server or its certificate; the service hands it out when it starts.
 */
export interface Fault<Part> {
  /** What a client sees, as a sentence. */
  summary: string;
  /** Faults of one kind exclude each other (the last one wins); those of different kinds combine. */
  kind: string;
  /**
   * Sets the fault. When it resolves, the next request sees the fault. A method, not a property, so that
   * services with different parts fit into one list.
   */
  begin(part: Part): End | Promise<End>;
}

export type Faults<Part> = Readonly<Record<string, Fault<Part>>>;
