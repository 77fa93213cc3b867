import type { ReferenceSettings } from '../../../config/sut-settings.ts';
import type { RunningSut } from '../sut.ts';

type Attached = Extract<ReferenceSettings['run'], { how: 'attach' }>;

/** The stand-in in a container of this run, which the process that started it stops. */
export const attachReference = ({ mode }: ReferenceSettings, { how: _, ...urls }: Attached): RunningSut => ({
  party: { kind: 'reference', version: 'image', mode },
  ...urls,
  logs: () => Promise.resolve([]),
  [Symbol.asyncDispose]: () => Promise.resolve(),
});
