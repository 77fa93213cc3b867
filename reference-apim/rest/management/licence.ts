import { refusal } from '../../refusal.ts';
import type { State } from '../../state/state.ts';

const dcr = 'apim-dcr-registration';

const licences = {
  enterprise: {
    tier: 'universe',
    packs: ['enterprise-features'],
    features: [dcr],
    isExpired: false,
    scope: 'PLATFORM',
  },
  oss: { tier: 'oss', packs: [], features: [], isExpired: false, scope: 'PLATFORM' },
} as const;

export const licenceOf = ({ licence }: State) => licences[licence];

/** Only the creation of a provider asks for the feature (4.0 to 4.13). */
export function requireDcrFeature(state: State): void {
  if (state.licence === 'oss')
    throw refusal(403, `Feature '${dcr}' is not available with your license tier`, {
      parameters: { feature: dcr },
      technicalCode: 'feature.missing',
    });
}
