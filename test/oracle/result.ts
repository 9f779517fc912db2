/** What came of one comparison with Go. */
export interface Result {
  readonly name: string;
  /** What was seen, in one line. */
  readonly told?: string;
  /** Why it could not be done here. */
  readonly skipped?: string;
  /** What is known and allowed, for whoever looks closer. */
  readonly notes?: readonly string[];
  /** Empty where the claim holds. */
  readonly complaints: readonly string[];
}
