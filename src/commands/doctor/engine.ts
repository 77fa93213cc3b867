import { isReaperOff } from '../../config/engine.ts';
import { Inconclusive } from '../../errors.ts';
import { addressOf, findEngine, type Engine } from '../../target/containers/engine.ts';
import { isOwned, ours } from '../../target/containers/labels.ts';
import { findLeft } from '../../target/containers/sweep.ts';
import type { Finding } from './finding.ts';
import { imageFindings } from './images.ts';

const megabyte = 1024 * 1024;

/** What one official product with its database takes. */
const productMemory = 4096;

/** Everything that only runs with containers need. */
export async function engineFindings(images: readonly string[]): Promise<readonly Finding[]> {
  try {
    const engine = await findEngine();
    return [
      engineFinding(engine),
      ...(await imageFindings(engine, images)),
      await leftFinding(engine),
      reaperFinding(),
    ];
  } catch (error) {
    if (!(error instanceof Inconclusive)) throw error;
    const [says = '', ...todo] = error.message.split(/(?<=\.) (?=[A-Z])/);
    return [{ what: 'engine', how: 'wanted', says, ...(todo.length > 0 && { todo: todo.join(' ') }) }];
  }
}

function engineFinding(engine: Engine): Finding {
  const { containerRuntime: runtime } = engine.info;
  const memory = Math.round(runtime.memory / megabyte);
  const says = `${runtime.serverVersion} on ${runtime.operatingSystem} (${runtime.architecture}), ${runtime.cpus} processors, ${memory} MB, at ${addressOf(engine)}`;
  return memory >= productMemory
    ? { what: 'engine', how: 'good', says }
    : {
        what: 'engine',
        how: 'wanted',
        says,
        todo: `give it ${productMemory} MB for an APIM with its database; the stand-in needs less`,
      };
}

async function leftFinding(engine: Engine): Promise<Finding> {
  const left = (await findLeft(engine, `${ours}=true`)).filter(
    ({ kind, labels }) => kind !== 'image' && !isOwned(labels),
  );
  return left.length === 0
    ? { what: 'left over', how: 'good', says: 'nothing of earlier runs' }
    : {
        what: 'left over',
        how: 'wanted',
        says: left.map(({ kind, name }) => `${kind} ${name}`).join(', '),
        todo: '"dcrh clean" removes it',
      };
}

const reaperFinding = (): Finding => ({
  what: 'reaper',
  how: 'good',
  says: isReaperOff()
    ? 'off (TESTCONTAINERS_RYUK_DISABLED); after a killed run "dcrh clean" does its work'
    : 'on: its image is pulled when it is not here; TESTCONTAINERS_RYUK_DISABLED=true does without',
});
