/** The endpoint whose answer a fault changes. */
export type FaultAt = 'discovery' | 'token' | 'registration' | 'management' | 'renewal';

/** An answer of the IdP on its way to the client. `body` is the parsed JSON, or the text when it is not JSON. */
export interface Answer {
  status: number;
  headers: [string, string][];
  body: unknown;
}

/** How slowly a body goes out: at an even pace, or whole but for its last byte, which follows after milliseconds. */
export type Pace = { readonly bytesPerSecond: number } | { readonly lastByteAfter: number };

/** An answer changed on purpose; data, composable. A transport fault (`cut`, `delay`) is data as well. */
export interface Fault {
  readonly name: string;
  /** What is wrong, in one sentence. */
  readonly says: string;
  readonly at: FaultAt;
  /** Ids of the rows of the catalogue that this is a stimulus for. */
  readonly rows?: readonly string[];
  /** Only requests of these methods; left out: of any. */
  readonly methods?: readonly string[];
  /** Only the first so many requests after the fault was armed; left out: all of them. */
  readonly times?: number;
  /** Pure. `url` is the absolute URL of the request. The very same object back means that nothing was changed. */
  readonly change?: (answer: Answer, url: string) => Answer;
  /**
   * Given in place of asking the IdP, which so never hears of the request: a refused registration leaves no client behind.
   * Pure. undefined: this request goes to the IdP after all.
   */
  readonly instead?: (url: string) => Answer | undefined;
  /** Changes the bytes of the body after every `change`. Pure. */
  readonly encode?: (body: Buffer) => Buffer;
  /** Sends the body with `Content-Encoding: gzip` to a client that offers it (RFC 9110 §12.5.3). */
  readonly gzip?: true;
  /** Bytes of white space after the body, which JSON allows; sent as a stream. */
  readonly padding?: number;
  /** Milliseconds before the answer's headers are sent. */
  readonly delay?: number;
  readonly slowBody?: Pace;
  /** Ends the connection before (`head`) or in the middle of (`body`) the answer. */
  readonly cut?: 'head' | 'body';
}
