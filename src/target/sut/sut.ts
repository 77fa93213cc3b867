import { Bug } from '../../errors.ts';
import type { SutKind, SutSettings } from '../../config/sut-settings.ts';
import type { Party } from '../../recording/recording.ts';
import type { RawOutput } from '../containers/output.ts';

export type { RawOutput };

/** The product of a target: started or attached to, and ready. Set-up, snapshot and restoration are its REST API's. */
export interface RunningSut extends AsyncDisposable {
  /** As a recording names it. */
  readonly party: Party;
  /** Its version as the user says it; left out: it is asked of the product. */
  readonly givenVersion?: string;
  /** `…/management`, without organisation and environment. */
  readonly managementUrl: string;
  /** Base of the Portal REST API; it may stand without organisation and environment, as the pages are told it. */
  readonly portalApiUrl: string;
  readonly consoleUrl: string;
  readonly portalUrl: string;
  /** What it wrote since then, milliseconds since the epoch. Left out: its logs are not within reach. */
  readonly outputsSince?: (since: number) => Promise<readonly RawOutput[]>;
}

/** What starting a product takes beside its own settings. */
export interface SutSurroundings {
  /** Who may call the Management API. */
  readonly admin: { readonly username: string; readonly password: string };
}

type Settings<K extends SutKind> = Extract<SutSettings, { kind: K }>;

/** Loaded on demand: a run needs one of them. */
const drivers: { [K in SutKind]: (settings: Settings<K>, around: SutSurroundings) => Promise<RunningSut> } = {
  reference: async (settings) => {
    const { run } = settings;
    if (run?.how === 'attach') return (await import('./reference/attached.ts')).attachReference(settings, run);
    if (run?.how === 'image') throw new Bug('the containers of a run are started before its stories');
    return (await import('./reference/in-process.ts')).startInProcess(settings);
  },
  apim: async ({ run }, around) => {
    if (run.how === 'image') throw new Bug('the containers of a run are started before its stories');
    return (await import('./apim/attached.ts')).attachApim(run, around);
  },
};

/** Starts the product or attaches to it; it is ready when this resolves. */
export function startSut(settings: SutSettings, around: SutSurroundings): Promise<RunningSut> {
  switch (settings.kind) {
    case 'reference':
      return drivers.reference(settings, around);
    case 'apim':
      return drivers.apim(settings, around);
  }
}
