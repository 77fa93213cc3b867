/** A call that pages of APIM 4.10.9 make, as they were seen to make it. */
export interface PageCall {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below the REST API's origin; `:web`, `:simple` and `:provider` stand for the ids of what the test has made. */
  readonly path: string;
  /** Left out: 200. */
  readonly status?: number;
  /** What they send; left out: nothing. */
  readonly body?: unknown;
  /** Members of the answer that the pages read, as `/settings/oauth/client_id`; `*` is every item of a list. */
  readonly reads?: readonly string[];
}
