import { base } from './base.ts';
import { colours } from './colours.ts';
import { header } from './header.ts';
import { print } from './print.ts';
import { stories } from './stories.ts';
import { tables } from './tables.ts';
import { verdicts } from './verdicts.ts';
import { wire } from './wire.ts';

export const style: string = [colours, base, header, verdicts, stories, wire, tables, print].join('');
