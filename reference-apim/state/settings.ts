import type { JsonObject } from '../registering-client/members.ts';
import type { ApplicationType } from './application-types.ts';
import { settingsDefaults, settingsSkeleton } from './settings-defaults.ts';

export type Settings = typeof settingsDefaults;

export const defaultSettings: Settings = settingsDefaults;

/** Shown instead of a stored e-mail password; sent back, it leaves the stored one as it is. */
const mask = '********';

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every leaf as the caller gave it; a leaf that is missing, `null` or of another type is that of `fallback`. */
function overlay<T>(fallback: T, given: unknown): T {
  if (isObject(fallback)) {
    const members = isObject(given) ? given : {};
    const merged = Object.entries(fallback).map(([name, value]) => [name, overlay(value, members[name])]);
    // The same names as `fallback`, each with a value of the same type.
    return Object.fromEntries(merged) as T;
  }
  const fits = typeof given === typeof fallback && Array.isArray(given) === Array.isArray(fallback);
  // Of the same JSON type as `fallback`, which is what a leaf of T is.
  return fits && given !== null ? (given as T) : fallback;
}

/**
 * `POST …/settings`: the whole object is replaced. What the caller leaves out falls back to its default; keys fixed by the
 * configuration (`metadata.readonly`) and a masked password stay.
 */
export function replaceSettings(current: Settings, posted: JsonObject): Settings {
  const next = overlay(settingsDefaults, posted);
  return {
    ...next,
    metadata: settingsDefaults.metadata,
    email: {
      ...settingsDefaults.email,
      protocol: next.email.protocol,
      properties: next.email.properties,
      password: next.email.password === mask ? current.email.password : next.email.password,
    },
  };
}

/** `GET …/settings`: the e-mail password never leaves. */
export const shownSettings = (settings: Settings): Settings => ({
  ...settings,
  email: { ...settings.email, password: mask },
});

/** Answer to `POST …/settings`: the entity as received, unknown top-level members ignored. */
export function echoedSettings(posted: JsonObject): JsonObject {
  const fill = (skeleton: JsonObject, given: JsonObject): JsonObject => {
    const filled = Object.entries(skeleton).map(([name, inner]): [string, unknown] => {
      const value = given[name];
      return [name, isObject(inner) ? fill(inner, isObject(value) ? value : {}) : value];
    });
    return { ...given, ...Object.fromEntries(filled) };
  };
  const known = Object.entries(posted).filter(([name, value]) => name in settingsSkeleton && value !== null);
  return fill(settingsSkeleton, Object.fromEntries(known));
}

export const isTypeEnabled = (settings: Settings, id: ApplicationType['id']): boolean =>
  settings.application.types[id].enabled;

export const isRegistrationEnabled = (settings: Settings): boolean => settings.application.registration.enabled;
