import { InvalidArgumentError, Option } from 'commander';
import { requirementSets } from '../catalogue/requirements.ts';
import { profiles, type Profile } from '../check/level.ts';
import { UsageError } from '../errors.ts';

/** An option that is given but empty is an error: an unset shell variable must not widen a run. */
export function notEmpty(value: string): string {
  if (value.trim() === '') throw new InvalidArgumentError('It is empty. Give it a value, or leave the option out.');
  return value;
}

export function wholeNumber(value: string): number {
  const number = Number(value);
  if (/^\d+$/.test(value) && Number.isSafeInteger(number)) return number;
  throw new InvalidArgumentError('It must be a whole number.');
}

export function perSecond(value: string): number {
  const number = wholeNumber(value);
  if (number > 0) return number;
  throw new InvalidArgumentError('It must be a whole number above 0.');
}

export function portNumber(value: string): number {
  const port = wholeNumber(value);
  if (port <= 65_535) return port;
  throw new InvalidArgumentError('It must be a port between 0 and 65535; 0 takes any free one.');
}

export const profileOption = (): Option =>
  new Option('--profile <profile>', 'which specifications are in force')
    .choices([...profiles])
    .default('oidc' satisfies Profile);

export const strictOption = (): Option => new Option('--strict', 'every warning is a failure').default(false);

export const baselineOption = (): Option =>
  new Option('--baseline <file>', 'file of known, explained deviations').argParser(notEmpty);

/** The name of a frozen requirement set. */
function releaseNamed(name: string): string {
  if (requirementSets.has(name)) return name;
  throw new UsageError(`There is no requirement set "${name}"; known: ${[...requirementSets.keys()].join(', ')}.`);
}

export const requirementsOption = (): Option =>
  new Option('--requirements <release>', 'only the checks that a release had, such as 2026-12').argParser(releaseNamed);

export const outOption = (): Option =>
  new Option('--out <folder>', 'where recordings and reports are written').argParser(notEmpty);
