import type { CpsmsSettings } from './adapters/sms/cpsms.ts';
import type { GatewayApiSettings } from './adapters/sms/gateway-api.ts';
import type { LinkMobilitySettings } from './adapters/sms/link-mobility.ts';
import { isNetwork, type ReportGuardSettings } from './adapters/sms/report-guard.ts';
import { meaningNames, readStatusWords, type StatusWords } from './adapters/sms/status-words.ts';
import { longestCallback, vdxCallback, type VdxSettings } from './adapters/sms/vdx.ts';
import { isOrigin, type ConfigReader } from './config-reader.ts';
import { defaultSmsLimits, type SmsLimitSettings } from './services/sms-limits.ts';

/** Which gateway messages go through, with what it needs. */
export type SmsConfig =
  | { readonly gateway: 'none' | 'outbox' }
  | { readonly gateway: 'gatewayapi'; readonly settings: GatewayApiSettings }
  | { readonly gateway: 'cpsms'; readonly settings: CpsmsSettings }
  | { readonly gateway: 'link'; readonly settings: LinkMobilitySettings }
  | { readonly gateway: 'vdx'; readonly settings: VdxSettings };

/** Country calling codes besides 45. */
export const readSmsCountries = (reader: ConfigReader): readonly string[] => {
  const countries = reader.list('VENTERUM_SMS_COUNTRIES');
  reader.check(
    countries.every((code) => /^[1-9]\d{0,2}$/.test(code)),
    'Set VENTERUM_SMS_COUNTRIES to country calling codes without +, separated by commas, e.g. 298,299.',
  );
  return countries;
};

/** How many messages an hour. */
export const readSmsLimits = (reader: ConfigReader): SmsLimitSettings => {
  const most = 100_000;
  const perHour = (what: string, otherwise: number): number =>
    reader.number(`VENTERUM_SMS_PER_${what}`, { from: 1, to: most, otherwise });
  return {
    perNumber: perHour('NUMBER', defaultSmsLimits.perNumber),
    perSender: perHour('SENDER', defaultSmsLimits.perSender),
    perClinic: perHour('CLINIC', defaultSmsLimits.perClinic),
    altogether: perHour('HOUR', defaultSmsLimits.altogether),
    perPrefix: perHour('PREFIX', defaultSmsLimits.perPrefix),
  };
};

const some = (value: string): boolean => value !== '';
const isAddress = (value: string): boolean => URL.canParse(value) && new URL(value).protocol === 'https:';

const readServer = (reader: ConfigReader): string =>
  reader.must('VENTERUM_ADDRESS', isOrigin, 'the origin this server is reached at, for the reports.');

const readSender = (reader: ConfigReader): string =>
  reader.must(
    'VENTERUM_SMS_SENDER',
    (value) => /^([A-Za-z0-9 ]{1,11}|\d{1,15})$/.test(value),
    'at most 11 letters and digits, or a number of at most 15.',
  );

const readOrigin = (reader: ConfigReader, name: string, otherwise: string): string => {
  const address = reader.text(name) ?? otherwise;
  reader.check(isOrigin(address), `Set ${name} to the origin of the API, e.g. ${otherwise}.`);
  return address;
};

const readGuard = (reader: ConfigReader): ReportGuardSettings => {
  const networks = reader.list('VENTERUM_SMS_REPORT_NETWORKS');
  reader.check(
    networks.every(isNetwork),
    'Set VENTERUM_SMS_REPORT_NETWORKS to addresses or networks, separated by commas, e.g. 192.0.2.0/28.',
  );
  return {
    secret: reader.must(
      'VENTERUM_SMS_REPORT_SECRET',
      (value) => /^[\w-]{22,43}$/.test(value),
      '22 to 43 random letters, digits, hyphens and underscores.',
    ),
    place: reader.choice('VENTERUM_SMS_REPORT_AUTH', ['path', 'basic']),
    networks,
  };
};

const readWords = (reader: ConfigReader): StatusWords => {
  const read = readStatusWords(reader.text('VENTERUM_SMS_STATUS_WORDS') ?? '');
  reader.check(
    read !== undefined,
    `Set VENTERUM_SMS_STATUS_WORDS to JSON of the gateway’s words, each with one of: ${meaningNames.join(', ')}.`,
  );
  return read ?? {};
};

const readGatewayApi = (reader: ConfigReader): GatewayApiSettings => ({
  address: readOrigin(reader, 'VENTERUM_GATEWAYAPI_ADDRESS', 'https://gatewayapi.eu'),
  token: reader.must('VENTERUM_GATEWAYAPI_TOKEN', some, 'an API token.'),
  secret: reader.must('VENTERUM_GATEWAYAPI_SECRET', some, 'the secret that signs the delivery reports.'),
  sender: readSender(reader),
  reports: `${readServer(reader)}/v1/sms/reports/gatewayapi`,
});

/** Its documentation does not tell how it reports: whoever knows says both, and whoever does not says neither. */
const readCpsmsReports = (reader: ConfigReader): Pick<CpsmsSettings, 'reports'> => {
  const field = reader.text('VENTERUM_SMS_STATUS_FIELD');
  if (field === undefined && reader.text('VENTERUM_SMS_STATUS_WORDS') === undefined) return {};
  reader.check(
    field !== undefined,
    'Set VENTERUM_SMS_STATUS_FIELD to the name of the field with the status.',
  );
  const words = readWords(reader);
  return { reports: { ...readGuard(reader), server: readServer(reader), field: field ?? '', words } };
};

const readCpsms = (reader: ConfigReader): CpsmsSettings => ({
  address: readOrigin(reader, 'VENTERUM_CPSMS_ADDRESS', 'https://api.cpsms.dk'),
  user: reader.must('VENTERUM_CPSMS_USER', some, 'the name of the account.'),
  key: reader.must('VENTERUM_CPSMS_KEY', some, 'an API key.'),
  sender: readSender(reader),
  ...readCpsmsReports(reader),
});

const readLink = (reader: ConfigReader): LinkMobilitySettings => {
  const gate = reader.text('VENTERUM_LINK_GATE');
  return {
    address: reader.must(
      'VENTERUM_LINK_ADDRESS',
      isOrigin,
      'the origin that LINK Mobility assigned, e.g. https://n-eu.linkmobility.io.',
    ),
    auth: reader.choice('VENTERUM_LINK_AUTH', ['basic', 'oauth2']),
    user: reader.must('VENTERUM_LINK_USER', some, 'the name of the account.'),
    password: reader.must('VENTERUM_LINK_PASSWORD', some, 'the password of the account.'),
    platformId: reader.must('VENTERUM_LINK_PLATFORM', some, 'the platformId that LINK Mobility gave.'),
    platformPartnerId: reader.must(
      'VENTERUM_LINK_PARTNER',
      some,
      'the platformPartnerId that LINK Mobility gave.',
    ),
    sender: readSender(reader),
    ...(gate === undefined ? {} : { reports: { ...readGuard(reader), gate } }),
  };
};

const isTemplate = (text: string): boolean => {
  try {
    JSON.parse(text);
    return ['%to%', '%text%', '%reference%'].every((name) => text.includes(name));
  } catch {
    return false;
  }
};

const readVdx = (reader: ConfigReader): VdxSettings => {
  const guard = readGuard(reader);
  const server = readServer(reader);
  reader.check(
    !isOrigin(server) || vdxCallback(server, guard).length <= longestCallback,
    `Set VENTERUM_SMS_REPORT_SECRET to a shorter one: the callback of VDX has at most ${String(longestCallback)} characters.`,
  );
  return {
    address: reader.must('VENTERUM_VDX_SMS_ADDRESS', isAddress, 'the https address VDX takes messages at.'),
    body: reader.must(
      'VENTERUM_VDX_SMS_BODY',
      isTemplate,
      'the JSON VDX takes, with %to%, %text% and %reference% in it.',
    ),
    tokenAddress: reader.must(
      'VENTERUM_VDX_TOKEN_ADDRESS',
      isAddress,
      'the https address VDX gives tokens at.',
    ),
    clientId: reader.must('VENTERUM_VDX_CLIENT_ID', some, 'the id of the client at VDX.'),
    clientSecret: reader.must('VENTERUM_VDX_CLIENT_SECRET', some, 'the secret of the client at VDX.'),
    sender: readSender(reader),
    reports: { ...guard, server, words: readWords(reader) },
  };
};

/** The gateway, and what it needs. */
export const readSms = (reader: ConfigReader): SmsConfig => {
  const gateway = reader.choice('VENTERUM_SMS', ['none', 'outbox', 'gatewayapi', 'cpsms', 'link', 'vdx']);
  switch (gateway) {
    case 'gatewayapi':
      return { gateway, settings: readGatewayApi(reader) };
    case 'cpsms':
      return { gateway, settings: readCpsms(reader) };
    case 'link':
      return { gateway, settings: readLink(reader) };
    case 'vdx':
      return { gateway, settings: readVdx(reader) };
    case 'none':
    case 'outbox':
      return { gateway };
  }
};
