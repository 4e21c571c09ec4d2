import type { Credentials } from './credentials.ts';

/** An invitation link's token. Redeemed by a first name and a tap, never by opening the page. */
export const invitation = (token: string): Credentials => {
  let secret: string | undefined = token;
  let name: string | undefined;
  return {
    kind: 'invitation',
    grant: ({ deviceId }) =>
      Promise.resolve(
        secret === undefined || name === undefined
          ? undefined
          : { grant: 'invite', token: secret, deviceId, ...(name === '' ? {} : { name }) },
      ),
    redeem: (given) => {
      name = given.trim();
    },
    forget: () => {
      secret = name = undefined;
      return Promise.resolve();
    },
  };
};
