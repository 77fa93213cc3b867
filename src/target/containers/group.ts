import { randomBytes } from 'node:crypto';
import { getReaper, LABEL_TESTCONTAINERS_SESSION_ID } from 'testcontainers';
import { givenHostAddress, isReaperOff } from '../../config/engine.ts';
import { Inconclusive } from '../../errors.ts';
import { startContainer, type CreatedPart, type OnMapped, type RunningContainer } from './container.ts';
import type { ContainerSpec } from './container-spec.ts';
import { addressOf, apiOf, findEngine, type Engine } from './engine.ts';
import {
  chooseHostAddress,
  findsDockerName,
  isHere,
  machineAt,
  ownAddresses,
  type HostAddress,
} from './host-address.ts';
import { labelsOf, runLabel } from './labels.ts';
import type { PartLog } from '../../recording/part-log.ts';
import { messageOf } from './state.ts';
import { sweep } from './sweep.ts';

/** The containers of one run in a network of their own. What is disposed of is gone from the engine, whatever state it was in. */
export interface ContainerGroup extends AsyncDisposable {
  readonly engine: Engine;
  /** Value of the label `dcr-harness.run`. */
  readonly run: string;
  /** Where a server of this process listens so that containers, browser and process find it under one address. */
  readonly host: HostAddress;
  /** Starts a container; several may be started at once. */
  start(spec: ContainerSpec, onMapped?: OnMapped): Promise<RunningContainer>;
  /** Of every container that was made, also of one that did not come up. */
  logs(): Promise<readonly PartLog[]>;
}

export interface GroupOptions {
  /** What no log may show. */
  readonly secrets?: readonly string[];
  /** Ends what is being started. */
  readonly signal?: AbortSignal;
}

/** Makes the network of a run. Throws `Inconclusive` when there is no engine that can be used. */
export async function openGroup({ secrets = [], signal = never }: GroupOptions = {}): Promise<ContainerGroup> {
  const engine = await findEngine();
  const run = randomBytes(4).toString('hex');
  const labels = labelsOf(run);
  const parts: CreatedPart[] = [];
  const remove = () => sweep(engine, { label: `${runLabel}=${run}` }).then(() => undefined);
  try {
    const network = await makeNetwork(engine, `dcrh-${run}`, labels);
    const host = await hostAddressFor(engine, network.gateway);
    const around = {
      engine,
      network: network.name,
      labels,
      secrets,
      signal,
      onCreated: (part: CreatedPart) => void parts.push(part),
    };
    return {
      engine,
      run,
      host,
      start: (spec, onMapped) => startContainer(spec, around, onMapped),
      logs: () => Promise.all(parts.map(({ log }) => log())),
      [Symbol.asyncDispose]: remove,
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function hostAddressFor(engine: Engine, gateway: string | undefined): Promise<HostAddress> {
  const { isRemote, mayBeHere } = machineAt(addressOf(engine));
  return chooseHostAddress({
    given: givenHostAddress(),
    // Another machine's network may have the address of one of this machine.
    gateway: mayBeHere && gateway !== undefined && (await isHere(gateway)) ? gateway : undefined,
    own: ownAddresses(),
    knowsDockerName: await findsDockerName(),
    isRemote,
  });
}

const never = new AbortController().signal;

async function makeNetwork(engine: Engine, name: string, labels: Readonly<Record<string, string>>) {
  try {
    const network = await engine.network.create({
      Name: name,
      Driver: 'bridge',
      Labels: { ...labels, ...(await sessionLabel(engine)) },
    });
    const { IPAM: addresses } = await apiOf(engine).getNetwork(network.id).inspect();
    const gateway = addresses?.Config?.map(({ Gateway }) => Gateway).find(
      (one) => one !== undefined && !one.includes(':'),
    );
    return { name, gateway };
  } catch (error) {
    throw new Inconclusive(
      `The container engine made no network: ${messageOf(error)}. "dcrh clean" removes what earlier runs left.`,
      { cause: error },
    );
  }
}

/** What Testcontainers' reaper removes when this process is killed. */
const sessionLabel = async (engine: Engine): Promise<Record<string, string>> =>
  isReaperOff() ? {} : { [LABEL_TESTCONTAINERS_SESSION_ID]: (await getReaper(engine)).sessionId };
