import type { ReferenceSettings } from '../../../config/sut-settings.ts';
import { outputsSince } from '../../containers/output.ts';
import type { RunningSut } from '../sut.ts';

type Attached = Extract<ReferenceSettings['run'], { how: 'attach' }>;

/** The stand-in in a container of this run, which the process that started it stops. */
export const attachReference = (
  { mode }: ReferenceSettings,
  { how: _, containers, ...urls }: Attached,
): RunningSut => ({
  party: { kind: 'reference', version: 'image', mode },
  ...urls,
  outputsSince: (since) => outputsSince(containers, since),
  [Symbol.asyncDispose]: () => Promise.resolve(),
});
