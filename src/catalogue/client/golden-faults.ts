import type { Story } from '../define.ts';
import { discoveryTales } from './golden-faults/discovery.ts';
import { managementTales } from './golden-faults/management.ts';
import { registrationTales } from './golden-faults/registration.ts';
import { tellFault } from './golden-faults/tell.ts';
import { tokenTales } from './golden-faults/token.ts';

/** What a good product does after each fault: one small recording a fault, called `fault-` and its name. */
export const goldenFaults = (): Story =>
  [...discoveryTales, ...tokenTales, ...registrationTales, ...managementTales].map(tellFault);
