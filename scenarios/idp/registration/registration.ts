import { defineGroup } from '../case.ts';
import { typeCases } from './types.ts';

export const registration = defineGroup('registration', 'Successful registration', ...typeCases);
