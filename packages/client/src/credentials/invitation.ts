import type { Credentials } from './credentials.ts';

const isCode = (secret: string): boolean => /^\d{6}$/.test(secret);

/**
 * An invitation: the token of its link, or the six digits of its code. Redeemed by a first name and a tap, never by
 * opening the page.
 */
export const invitation = (tokenOrCode: string): Credentials => {
  let secret: string | undefined = tokenOrCode;
  let name: string | undefined;
  return {
    kind: 'invitation',
    grant: ({ deviceId }) => {
      if (secret === undefined || name === undefined) return Promise.resolve(undefined);
      const who = { deviceId, ...(name === '' ? {} : { name }) };
      return Promise.resolve(
        isCode(secret) ? { grant: 'code', code: secret, ...who } : { grant: 'invite', token: secret, ...who },
      );
    },
    redeem: (given) => {
      name = given.trim();
    },
    decline: (deviceId) => (secret === undefined || isCode(secret) ? undefined : { token: secret, deviceId }),
    forget: () => {
      secret = name = undefined;
      return Promise.resolve();
    },
  };
};
