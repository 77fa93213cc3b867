import type { Limits } from './conduct/wire.ts';
import type { Conduct } from './conduct.ts';
import type { Send } from './http/send.ts';
import type { Provider } from './provider.ts';
import type { Registration } from './registration.ts';

/** What every operation of the client needs. */
export interface Context {
  readonly conduct: Conduct;
  readonly limits: Limits;
  readonly send: Send;
  readonly provider: Provider;
  /** Every client that an application has, the oldest first. */
  readonly registrations: () => readonly Registration[];
  /** Work that goes on after the person was told; never rejects. */
  readonly later: (work: Promise<unknown>) => void;
}
