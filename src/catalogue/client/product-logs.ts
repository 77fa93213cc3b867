import type { ProductLog } from '../../recording/product-log.ts';
import { defineChecks, everyProfile } from '../define.ts';
import { every, type Select, type StorySpot } from '../rules.ts';
import { rfc6749, rfc6750, rfc7592 } from '../specs.ts';
import { editRecording, mutant } from './mutations.ts';

const logs: Select<StorySpot<ProductLog>> = (seen) => ({
  spots: seen.recordings.flatMap(({ id, productLogs = [] }) =>
    productLogs
      .filter(({ searched }) => searched > 0)
      .map((value) => ({ value, recording: id, subject: `the log of ${value.part}` })),
  ),
  none: 'the product wrote no log that was looked at',
});

/** What the product writes for its operators. */
export const productLogs = defineChecks({
  id: 'X-10',
  slug: 'no-token-in-logs',
  title: 'writes no secret and no token into its logs',
  spec: [rfc6749('10.1'), rfc6750('5.3'), rfc7592('5')],
  level: 'SEC',
  profiles: everyProfile,
  needs: ['product-log'],
  why: 'Logs are read, copied and kept by people and systems that may not register clients.',
  judge: every(logs, ({ value: { sightings } }) => {
    const [first] = sightings;
    return (
      first && { expected: 'no secret and no token', found: `${first.kind} in line ${first.line} (${first.form})` }
    );
  }),
  mutant: mutant(
    'logs a registration with its answer',
    editRecording('golden-connect', (recording) => ({
      ...recording,
      productLogs: (recording.productLogs ?? []).map((log) => ({
        ...log,
        sightings: [{ kind: 'registration-access-token', form: 'raw', line: 3 }],
      })),
    })),
  ),
});
