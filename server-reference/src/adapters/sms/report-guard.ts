import { createHash, timingSafeEqual } from 'node:crypto';
import { BlockList, isIP } from 'node:net';
import type { SmsReportRequest } from '../../ports/sms-gateway.ts';

/** How it is known that a report is a gateway's own, where the gateway signs nothing. */
export interface ReportGuardSettings {
  /** Shared with the gateway: letters, digits, hyphens and underscores. */
  readonly secret: string;
  /** Where it stands: first in what follows the gateway's name in the address, or as the password of RFC 7617. */
  readonly place: 'path' | 'basic';
  /** Addresses and networks that reports may come from. Empty: from anywhere. */
  readonly networks: readonly string[];
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

const networkIn = (text: string): { readonly address: string; readonly bits: number } | undefined => {
  const [address = '', bits, ...more] = text.split('/');
  const version = isIP(address);
  const most = version === 4 ? 32 : 64;
  const count = bits === undefined ? most : Number(bits);
  const isRight = version !== 0 && more.length === 0 && bits !== '' && Number.isInteger(count);
  return isRight && count >= 0 && count <= most ? { address, bits: count } : undefined;
};

/** Whether it is an address or a network in CIDR notation; IPv6 by at most 64 bits. */
export const isNetwork = (text: string): boolean => networkIn(text) !== undefined;

const isWithin = (networks: readonly string[]): ((from: string) => boolean) => {
  if (networks.length === 0) return () => true;
  const allowed = new BlockList();
  for (const network of networks.flatMap((text) => networkIn(text) ?? []))
    allowed.addSubnet(network.address, network.bits, isIP(network.address) === 4 ? 'ipv4' : 'ipv6');
  return (from) =>
    isIP(from) === 4 ? allowed.check(from) : isIP(`${from}::`) === 6 && allowed.check(`${from}::`, 'ipv6');
};

const passwordIn = (headers: Headers): string => {
  const encoded = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(headers.get('authorization') ?? '')?.[1] ?? '';
  const text = Buffer.from(encoded, 'base64').toString();
  return text.slice(text.indexOf(':') + 1);
};

/** What follows the secret in the address; `undefined` when the report is not the gateway's. */
export type ReportGuard = (request: SmsReportRequest) => readonly string[] | undefined;

/** Lets reports with the secret through. */
export const createReportGuard = ({ secret, place, networks }: ReportGuardSettings): ReportGuard => {
  const expected = digest(secret);
  const mayCome = isWithin(networks);
  return ({ path, headers, from }) => {
    const [first = '', ...rest] = path;
    const given = place === 'path' ? first : passwordIn(headers);
    if (!timingSafeEqual(digest(given), expected) || !mayCome(from)) return undefined;
    return place === 'path' ? rest : path;
  };
};

/** The address a gateway is given for its reports, with the secret. `server` is an origin. */
export const reportAddress = (
  server: string,
  gateway: string,
  { secret, place }: ReportGuardSettings,
): string => {
  const address = new URL(`/v1/sms/reports/${gateway}`, server);
  if (place === 'path') address.pathname += `/${secret}`;
  else Object.assign(address, { username: 'reports', password: secret });
  return address.href;
};
