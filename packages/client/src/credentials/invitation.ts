import type { InvitationGrant } from '@venterum/contract';
import type { Credentials } from './credentials.ts';

const isCode = (secret: string): boolean => /^\d{6}$/.test(secret);

const grantFor = (secret: string, who: Pick<InvitationGrant, 'deviceId' | 'name'>): InvitationGrant =>
  isCode(secret) ? { grant: 'code', code: secret, ...who } : { grant: 'invite', token: secret, ...who };

/**
 * An invitation: the token of its link, or the six digits of its code; without either, the digits are asked for. Redeemed
 * by a first name and a tap, never by opening the page.
 */
export const invitation = (tokenOrCode = ''): Credentials => {
  let secret = tokenOrCode;
  let name: string | undefined;
  return {
    kind: 'invitation',
    asksCode: tokenOrCode === '',
    grant: ({ deviceId }) => {
      if (secret === '' || name === undefined) return Promise.resolve(undefined);
      return Promise.resolve(grantFor(secret, { deviceId, ...(name === '' ? {} : { name }) }));
    },
    redeem: (given, code) => {
      name = given.trim();
      secret = code ?? secret;
    },
    decline: (deviceId) => (secret === '' || isCode(secret) ? undefined : { token: secret, deviceId }),
    forget: () => {
      secret = '';
      name = undefined;
      return Promise.resolve();
    },
  };
};
