import type { Apim } from '../apim.ts';
import { refusal } from '../refusal.ts';
import type { Provider } from '../state/providers.ts';

export const firstProvider = ({ state }: Apim): Provider | undefined => state.providers.values().next().value;

/** The provider that is used: the first one, whatever its age or name. */
export function onlyProvider(apim: Apim): Provider {
  const provider = firstProvider(apim);
  if (provider !== undefined) return provider;
  throw refusal(
    400,
    'No Dynamic Client Registration provider has been defined, making impossible to create an oauth-based application.',
    { technicalCode: 'clientRegistrationProvider.missing' },
  );
}
