/** Where a rule read what it judged: enough to open the exchange in the report and point at the spot. */
export interface Where {
  /** Id of the recording. */
  readonly recording: string;
  /** Number of the exchange in that recording; 0 when the rule judged the story, not one exchange. */
  readonly exchange: number;
  /** `POST /t-3f2a/reg → 201`, or what was compared when there is no exchange. */
  readonly request: string;
  /** `request body`, `request header`, `request target`, `response body`, `story`. */
  readonly part: string;
  /** JSON pointer (RFC 6901) or header name inside the part; empty for the whole part. */
  readonly pointer: string;
}

/** One place where the rule was broken. */
export interface Breach {
  readonly expected: string;
  readonly found: string;
  readonly where: Where;
}

/** What a check's judge returns. Level and profile turn it into a verdict, in `judge.ts` and nowhere else. */
export type Finding =
  | { readonly outcome: 'met'; readonly judged: number; readonly where: Where | undefined }
  | { readonly outcome: 'broken'; readonly judged: number; readonly breaches: readonly [Breach, ...Breach[]] }
  | { readonly outcome: 'not-applicable'; readonly because: string };
