import { readPhone, type IceServer, type Support } from '@venterum/contract';
import { ConfigReader, isOrigin, type Environment } from './config-reader.ts';
import { readSms, readSmsCountries, readSmsLimits, type SmsConfig } from './config-sms.ts';
import type { SmsLimitSettings } from './services/sms-limits.ts';
import { fitsInOneSms } from './services/invite-messages.ts';

/** What the environment says, read and checked. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Path of the database file. */
  readonly database: string;
  /** Base64 of 32 bytes; newest first. Empty: a key file beside the database. */
  readonly masterKeys: readonly string[];
  /** Path of the clinics and the directory. */
  readonly clinics?: string;
  /** Path of the logins. */
  readonly login?: string;
  readonly origins: readonly string[];
  readonly guestPage: string;
  /** Where codes are typed. */
  readonly codePage: string;
  /** Country calling codes besides 45 that messages may go to. */
  readonly smsCountries: readonly string[];
  readonly smsLimits: SmsLimitSettings;
  readonly trustedProxies: number;
  readonly sms: SmsConfig;
  readonly support: Support;
  readonly iceServers: readonly IceServer[];
  /** `relay` unless said otherwise, once there is a TURN server. */
  readonly icePolicy: 'all' | 'relay';
  readonly turn?: { readonly urls: readonly string[]; readonly secret: string };
  readonly clinicIdleMinutes: number;
}

/** The configuration, or one sentence for each mistake in it. */
export type ConfigReading =
  | { readonly config: Config; readonly mistakes?: undefined }
  | { readonly config?: undefined; readonly mistakes: readonly string[] };

const base64OfThirtyTwoBytes = /^[A-Za-z0-9+/]{43}=$/;
const guestPageOffset = 4;

const isPage = (text: string): boolean =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && !/[#\s]/.test(text);

const loopback = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/;

/** On this machine alone nobody is on the way, and browsers give such pages cameras too. */
const isSecurePage = (page: string): boolean => {
  const { protocol, hostname } = new URL(page);
  return protocol === 'https:' || loopback.test(hostname);
};

const checkSecure = (reader: ConfigReader, name: string, page: string): void => {
  reader.check(
    isSecurePage(page),
    `Set ${name} to an https address: over http a link can be read on its way, and browsers give the page no camera. Only localhost may be http.`,
  );
};

const readOrigins = (reader: ConfigReader): readonly string[] => {
  const origins = reader.list('VENTERUM_ORIGINS');
  for (const origin of origins) {
    reader.check(
      isOrigin(origin),
      'Set VENTERUM_ORIGINS to origins as browsers write them, separated by commas, e.g. https://host.example.dk.',
    );
  }
  return [...new Set(origins)];
};

const readGuestPage = (reader: ConfigReader, port: number): string => {
  const page =
    reader.text('VENTERUM_GUEST_PAGE') ?? `http://localhost:${String(port + guestPageOffset)}/guest/`;
  if (!isPage(page)) {
    reader.mistakes.push(
      'Set VENTERUM_GUEST_PAGE to the http(s) address of the guest page, without a fragment.',
    );
    return page;
  }
  checkSecure(reader, 'VENTERUM_GUEST_PAGE', page);
  reader.check(
    fitsInOneSms(page),
    'Set VENTERUM_GUEST_PAGE to a shorter address: the invitation must fit one SMS, where letters outside the GSM alphabet have no place and {}[]^~|\\ count double.',
  );
  return page;
};

const readCodePage = (reader: ConfigReader, guestPage: string): string => {
  const page = reader.text('VENTERUM_CODE_PAGE');
  if (page === undefined) return guestPage;
  if (isPage(page)) checkSecure(reader, 'VENTERUM_CODE_PAGE', page);
  else
    reader.mistakes.push(
      'Set VENTERUM_CODE_PAGE to the http(s) address where codes are typed, without a fragment.',
    );
  return page;
};

const readSupport = (reader: ConfigReader): Support => {
  const phone = reader.text('VENTERUM_SUPPORT_PHONE');
  const email = reader.text('VENTERUM_SUPPORT_EMAIL');
  const url = reader.text('VENTERUM_SUPPORT_URL');
  const read = phone === undefined ? undefined : readPhone(phone);
  reader.check(read?.refusal === undefined, 'Set VENTERUM_SUPPORT_PHONE to a Danish telephone number.');
  return {
    name: reader.text('VENTERUM_SUPPORT_NAME') ?? 'Support',
    ...(read?.phone === undefined ? {} : { phone: read.phone }),
    ...(email === undefined ? {} : { email }),
    ...(url === undefined ? {} : { url }),
  };
};

const isIceServer = (value: unknown): value is IceServer =>
  typeof value === 'object' && value !== null && 'urls' in value;

const readIceServers = (reader: ConfigReader): readonly IceServer[] => {
  const text = reader.text('VENTERUM_ICE_SERVERS') ?? '[]';
  try {
    const value: unknown = JSON.parse(text);
    if (Array.isArray(value) && value.every(isIceServer)) return value;
  } catch {
    // Said below.
  }
  reader.mistakes.push(
    'Set VENTERUM_ICE_SERVERS to a JSON list of objects with "urls", as RTCPeerConnection takes it.',
  );
  return [];
};

const readTurn = (reader: ConfigReader): Config['turn'] => {
  const urls = reader.list('VENTERUM_TURN_URLS');
  const secret = reader.text('VENTERUM_TURN_SECRET');
  if (urls.length === 0 && secret === undefined) return undefined;
  reader.check(
    urls.length > 0 && secret !== undefined && urls.every((url) => /^turns?:/.test(url)),
    'Set both VENTERUM_TURN_URLS (turn: or turns: addresses, separated by commas) and VENTERUM_TURN_SECRET.',
  );
  return { urls, secret: secret ?? '' };
};

const readKeys = (reader: ConfigReader): readonly string[] => {
  const keys = [...reader.list('VENTERUM_MASTER_KEY'), ...reader.list('VENTERUM_OLD_KEYS')];
  for (const key of keys) {
    reader.check(
      base64OfThirtyTwoBytes.test(key),
      'Set VENTERUM_MASTER_KEY (and VENTERUM_OLD_KEYS) to base64 of 32 random bytes, e.g. from: openssl rand -base64 32.',
    );
  }
  return keys;
};

const optional = <K extends string, T>(name: K, value: T | undefined): Partial<Record<K, T>> =>
  (value === undefined ? {} : { [name]: value }) as Partial<Record<K, T>>;

/** Reads the environment. Pure: files it names are not opened here. */
export const readConfig = (env: Environment): ConfigReading => {
  const reader = new ConfigReader(env);
  const port = reader.number('PORT', { from: 1, to: 65_535, otherwise: 4400 });
  const iceServers = readIceServers(reader);
  const turn = readTurn(reader);
  // With a relay of one's own nobody's address needs to leave (D12).
  const icePolicy = reader.choice(
    'VENTERUM_ICE_POLICY',
    turn === undefined ? ['all', 'relay'] : ['relay', 'all'],
  );
  reader.check(
    icePolicy === 'all' || turn !== undefined || iceServers.length > 0,
    'Set VENTERUM_TURN_URLS or VENTERUM_ICE_SERVERS: with VENTERUM_ICE_POLICY=relay nobody is reached without a relay.',
  );
  const guestPage = readGuestPage(reader, port);
  const config: Config = {
    port,
    host: reader.text('HOST') ?? '::',
    database: reader.text('VENTERUM_DATABASE') ?? 'data/venterum.sqlite',
    masterKeys: readKeys(reader),
    origins: readOrigins(reader),
    guestPage,
    codePage: readCodePage(reader, guestPage),
    smsCountries: readSmsCountries(reader),
    smsLimits: readSmsLimits(reader),
    trustedProxies: reader.number('VENTERUM_TRUSTED_PROXIES', { from: 0, to: 5, otherwise: 0 }),
    sms: readSms(reader),
    support: readSupport(reader),
    iceServers,
    icePolicy,
    clinicIdleMinutes: reader.number('VENTERUM_CLINIC_IDLE_MINUTES', { from: 1, to: 30, otherwise: 30 }),
    ...optional('turn', turn),
    ...optional('clinics', reader.text('VENTERUM_CLINICS')),
    ...optional('login', reader.text('VENTERUM_LOGIN')),
  };
  return reader.mistakes.length > 0 ? { mistakes: [...new Set(reader.mistakes)] } : { config };
};
