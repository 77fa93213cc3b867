/** A real IdP that was started for tests, and who may register clients there. */
export interface RunningIdp extends AsyncDisposable {
  readonly discoveryUrl: string;
  readonly adminClientId: string;
  readonly adminClientSecret: string;
  readonly scope: string;
  /** How many registered clients it holds. */
  count(): Promise<number>;
}
