import { defineGroup } from '../case.ts';
import { memberCases } from './members.ts';
import { repeatCases } from './repeat.ts';
import { typeCases } from './types.ts';

export const registration = defineGroup(
  'registration',
  'Successful registration',
  ...typeCases,
  ...memberCases,
  ...repeatCases,
);
