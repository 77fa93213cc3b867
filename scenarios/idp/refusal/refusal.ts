import { defineGroup } from '../case.ts';
import { bodyCases } from './bodies.ts';
import { canaryCases } from './canary.ts';
import { metadataCases } from './metadata.ts';
import { powerCases } from './power.ts';
import { redirectCases } from './redirect-uris.ts';

export const refusal = defineGroup(
  'refusal',
  'Refused registration',
  ...redirectCases,
  ...metadataCases,
  ...bodyCases,
  ...powerCases,
  ...canaryCases,
);
