/** OpenID Connect Discovery 1.0 §4.1: exactly one final slash is taken off the issuer before the suffix is added. */
export const wellKnown = (issuer: string): string => `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
