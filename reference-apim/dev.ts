import { parseArgs } from 'node:util';

import { z } from 'zod';

import { referenceModes } from './mode.ts';
import { runStandaloneReferenceApim } from './standalone.ts';

const { values } = parseArgs({
  options: {
    api: { type: 'string', default: '8083' },
    console: { type: 'string', default: '8084' },
    portal: { type: 'string', default: '8085' },
    mode: { type: 'string', default: 'as-apim-3.20' },
  },
});

const port = z.coerce.number().int().min(0).max(65_535);
const flags = z.object({ api: port, console: port, portal: port, mode: z.enum(referenceModes) }).parse(values);

const { mode, ...ports } = flags;
const interrupted = new AbortController();
process.once('SIGINT', () => interrupted.abort());
process.once('SIGTERM', () => interrupted.abort());
await runStandaloneReferenceApim({ mode, ports }, interrupted.signal, (line) => console.log(line), { fresh: true });
