import { html, type TemplateResult } from 'lit';
import type { PortalSettings } from '../backend/settings.ts';
import { slideToggle } from '../controls/slide-toggle.ts';
import type { Field } from '../form.ts';

export type SwitchKey = 'registration' | 'simple' | 'browser' | 'web' | 'native' | 'backend_to_backend';

interface Wording {
  readonly testId: string;
  readonly name: string;
  readonly caption: string;
  readonly description?: string;
  /** The setting's key as `metadata.readonly` names it. */
  readonly setting: string;
}

const handsFree = 'A hands-free application. Using this type, you will be able to define the client_id by your own';

const wordings: Readonly<Record<SwitchKey, Wording>> = {
  registration: {
    testId: 'registrationEnabled',
    name: 'Client registration for applications (OpenID Connect - Dynamic Client Registration)',
    caption: 'Enable Dynamic Client Registration',
    setting: 'application.registration.enabled',
  },
  simple: {
    testId: 'typesSimpleEnabled',
    name: `Simple (${handsFree})`,
    caption: 'Simple',
    description: handsFree,
    setting: 'application.types.simple.enabled',
  },
  browser: {
    testId: 'typesBrowserEnabled',
    name: 'Browser (Angular, React, ...)',
    caption: 'Browser',
    description: 'Angular, React, ...',
    setting: 'application.types.browser.enabled',
  },
  web: {
    testId: 'typesWebEnabled',
    name: 'Web (Java, .Net, ...)',
    caption: 'Web',
    description: 'Java, .Net, ...',
    setting: 'application.types.web.enabled',
  },
  native: {
    testId: 'typesNativeEnabled',
    name: 'Native (iOS, Android, ...)',
    caption: 'Native',
    description: 'iOS, Android, ...',
    setting: 'application.types.native.enabled',
  },
  backend_to_backend: {
    testId: 'typesBackendToBackendEnabled',
    name: 'Backend-to-Backend',
    caption: 'Backend-to-Backend',
    setting: 'application.types.backend_to_backend.enabled',
  },
};

export function valueOf(settings: PortalSettings | undefined, key: SwitchKey): boolean {
  if (settings === undefined) return false;
  const { registration, types } = settings.application;
  return key === 'registration' ? registration.enabled : types[key].enabled;
}

/** The loaded settings with the six switches as they stand now; every other member as it was loaded. */
export function withValues(settings: PortalSettings, value: (key: SwitchKey) => boolean): PortalSettings {
  const { registration, types } = settings.application;
  const enabled = (key: Exclude<SwitchKey, 'registration'>) => ({ ...types[key], enabled: value(key) });
  return {
    ...settings,
    application: {
      ...settings.application,
      registration: { ...registration, enabled: value('registration') },
      types: {
        ...types,
        simple: enabled('simple'),
        browser: enabled('browser'),
        web: enabled('web'),
        native: enabled('native'),
        backend_to_backend: enabled('backend_to_backend'),
      },
    },
  };
}

interface SwitchesSpec {
  readonly fields: Readonly<Record<SwitchKey, Field<boolean>>>;
  readonly readonly: readonly string[];
  readonly allowed: boolean;
  readonly changed: () => void;
}

interface Switches {
  readonly simple: () => TemplateResult;
  readonly registration: () => TemplateResult;
  readonly types: () => TemplateResult;
}

export function registrationSwitches({ fields, readonly, allowed, changed }: SwitchesSpec): Switches {
  const toggle = (key: SwitchKey): TemplateResult => {
    const { setting, ...wording } = wordings[key];
    const fixed = readonly.includes(setting);
    return html`<div formgroupname=${key}>
      ${slideToggle({
        ...wording,
        controlName: 'enabled',
        field: fields[key],
        disabled: fixed || !allowed,
        tooltip: fixed ? 'Configuration provided by the system' : undefined,
        changed,
      })}
    </div>`;
  };
  return {
    simple: () => toggle('simple'),
    registration: () => toggle('registration'),
    types: () =>
      html`<div class="toggle-grid">
        ${toggle('browser')}${toggle('web')}${toggle('native')}${toggle('backend_to_backend')}
      </div>`,
  };
}
