/** What a container is made of. Everything that is left out is the image's. */
export interface ContainerSpec {
  /** As people and the other containers of the run name it: `management-api`. */
  readonly name: string;
  readonly image: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Ports inside; outside each gets any free one. */
  readonly ports?: readonly number[];
  /** What shows that it is ready. Left out: that it runs. */
  readonly ready?: Ready;
  /** Milliseconds it may take to be ready. */
  readonly deadline: number;
  readonly files?: readonly ContainerFile[];
  /** What its log may not show, beside the secrets of the run. */
  readonly secrets?: readonly string[];
}

export type Ready =
  /** An answer to GET on one of its ports. Left out, `accepts` is: 200. */
  | {
      readonly port: number;
      readonly path: string;
      readonly accepts?: (status: number) => boolean;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** Something it writes. */
  | { readonly log: RegExp };

export interface ContainerFile {
  /** Inside the container. */
  readonly path: string;
  readonly content: string | Buffer;
}

/** What is awaited, as a sentence names it. */
export const awaited = ({ ready }: Pick<ContainerSpec, 'ready'>): string => {
  if (ready === undefined) return 'to run';
  return 'log' in ready ? `a line like ${String(ready.log)}` : `GET :${ready.port}${ready.path}`;
};
