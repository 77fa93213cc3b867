import { freemem, totalmem } from 'node:os';
import { findBrowser } from '../../config/browser.ts';
import type { Settings } from '../../config/settings.ts';
import { isHere } from '../../target/containers/host-address.ts';
import type { Finding } from './finding.ts';

const leastNode = [22, 22] as const;

export function nodeFinding(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isEnough = major > leastNode[0] || (major === leastNode[0] && minor >= leastNode[1]);
  return isEnough
    ? { what: 'Node', how: 'good', says: version }
    : { what: 'Node', how: 'missing', says: `${version} is too old`, todo: `install ${leastNode.join('.')} or later` };
}

export function browserFinding(browser: Settings['browser']): Finding {
  try {
    const { executablePath, channel } = findBrowser(browser);
    return { what: 'browser', how: 'good', says: executablePath ?? `the installed ${channel ?? ''}` };
  } catch (error) {
    const [says = '', todo = 'install Chrome or Chromium'] = (
      error instanceof Error ? error.message : String(error)
    ).split(/(?<=\.) (?=\S)/);
    return { what: 'browser', how: 'missing', says, todo };
  }
}

const megabyte = 1024 * 1024;

/** A browser and the stand-in take about half of it. */
const leastMemory = 1024;

export const memoryHere = (): Finding => memoryFinding(totalmem() / megabyte, freemem() / megabyte);

export function memoryFinding(total: number, free: number): Finding {
  const says = `${Math.round(total)} MB, ${Math.round(free)} MB of it free`;
  return total >= leastMemory
    ? { what: 'memory', how: 'good', says }
    : { what: 'memory', how: 'missing', says, todo: `a browser and a product need ${leastMemory} MB` };
}

export async function portsFinding(): Promise<Finding> {
  return (await isHere('127.0.0.1'))
    ? { what: 'ports', how: 'good', says: 'servers can listen on 127.0.0.1' }
    : {
        what: 'ports',
        how: 'missing',
        says: 'no server can listen on 127.0.0.1',
        todo: 'look at the loopback interface and at the limit of open files',
      };
}
