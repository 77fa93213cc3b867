/** The last lines of what one part of a target wrote; only of what the harness started itself. */
export interface PartLog {
  /** As a person names it: the container, with its image. */
  readonly part: string;
  /** "running", "exited (137)"; whatever the engine says. */
  readonly state: string;
  readonly lines: readonly string[];
}
