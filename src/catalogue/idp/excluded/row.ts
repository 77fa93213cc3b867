/** A row of the rule book that no case can observe, and why. */
export interface ExcludedRow {
  readonly id: string;
  readonly because: string;
}
