import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readConfig } from './config.ts';

test('an empty environment is a configuration', () => {
  const { config } = readConfig({});
  assert.ok(config);
  assert.deepEqual(
    [
      config.port,
      config.database,
      config.guestPage,
      config.sms.gateway,
      config.icePolicy,
      config.clinicIdleMinutes,
    ],
    [4400, 'data/venterum.sqlite', 'http://localhost:4404/guest/', 'none', 'all', 30],
  );
});

test('everything can be set', () => {
  const key = Buffer.alloc(32, 1).toString('base64');
  const { config } = readConfig({
    PORT: '8080',
    HOST: '127.0.0.1',
    VENTERUM_DATABASE: '/var/lib/venterum.sqlite',
    VENTERUM_MASTER_KEY: key,
    VENTERUM_OLD_KEYS: key,
    VENTERUM_CLINICS: 'clinics.json',
    VENTERUM_LOGIN: 'login.json',
    VENTERUM_ORIGINS: 'https://a.example.dk, https://b.example.dk,https://a.example.dk',
    VENTERUM_GUEST_PAGE: 'https://g.example.dk/',
    VENTERUM_SMS: 'outbox',
    VENTERUM_SUPPORT_NAME: 'Hjælp',
    VENTERUM_SUPPORT_PHONE: '70 20 30 40',
    VENTERUM_ICE_SERVERS: '[{"urls":"stun:s.example.dk"}]',
    VENTERUM_ICE_POLICY: 'relay',
    VENTERUM_TURN_URLS: 'turns:t.example.dk',
    VENTERUM_TURN_SECRET: 'secret',
    VENTERUM_CLINIC_IDLE_MINUTES: '10',
  });
  assert.ok(config);
  assert.deepEqual(config.origins, ['https://a.example.dk', 'https://b.example.dk']);
  assert.deepEqual(config.masterKeys, [key, key]);
  assert.deepEqual(config.support, { name: 'Hjælp', phone: '+4570203040' });
  assert.deepEqual(config.turn, { urls: ['turns:t.example.dk'], secret: 'secret' });
});

test('D12: with a TURN server of one’s own everything is relayed, unless said otherwise', () => {
  const turn = { VENTERUM_TURN_URLS: 'turn:t.example.dk', VENTERUM_TURN_SECRET: 'secret' };
  const policyOf = (env: Record<string, string>): string | undefined => readConfig(env).config?.icePolicy;
  assert.deepEqual(
    [policyOf({}), policyOf(turn), policyOf({ ...turn, VENTERUM_ICE_POLICY: 'all' })],
    ['all', 'relay', 'all'],
  );
});

test('GatewayAPI needs an account, a sender, a secret and an address for reports, and each that is missing is named', () => {
  const { mistakes: missing } = readConfig({ VENTERUM_SMS: 'gatewayapi' });
  for (const name of [
    'VENTERUM_ADDRESS',
    'VENTERUM_GATEWAYAPI_TOKEN',
    'VENTERUM_GATEWAYAPI_SECRET',
    'VENTERUM_SMS_SENDER',
  ])
    assert.equal(missing?.filter((sentence) => sentence.includes(name)).length, 1, name);
  const { config } = readConfig({
    VENTERUM_SMS: 'gatewayapi',
    VENTERUM_ADDRESS: 'https://video.example.dk',
    VENTERUM_GATEWAYAPI_TOKEN: 'token',
    VENTERUM_GATEWAYAPI_SECRET: 'secret',
    VENTERUM_SMS_SENDER: 'Venterum',
  });
  assert.ok(config?.sms.gateway === 'gatewayapi');
  assert.equal(config.sms.settings.reports, 'https://video.example.dk/v1/sms/reports/gatewayapi');
  assert.equal(config.sms.settings.address, 'https://gatewayapi.eu');
});

const common = { VENTERUM_ADDRESS: 'https://video.example.dk', VENTERUM_SMS_SENDER: 'Venterum' };
const reports = { VENTERUM_SMS_REPORT_SECRET: 'a-secret-of-22-letters' };

/** What each gateway needs, and must name when it is missing. */
const gateways: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  cpsms: {
    ...common,
    ...reports,
    VENTERUM_CPSMS_USER: 'user',
    VENTERUM_CPSMS_KEY: 'key',
    VENTERUM_SMS_STATUS_FIELD: 'status',
    VENTERUM_SMS_STATUS_WORDS: '{"1":"delivered","2":"number"}',
  },
  link: {
    VENTERUM_SMS_SENDER: 'Venterum',
    ...reports,
    VENTERUM_LINK_ADDRESS: 'https://n-eu.linkmobility.io',
    VENTERUM_LINK_USER: 'user',
    VENTERUM_LINK_PASSWORD: 'password',
    VENTERUM_LINK_PLATFORM: 'platform',
    VENTERUM_LINK_PARTNER: 'partner',
    VENTERUM_LINK_GATE: 'gate',
  },
  vdx: {
    ...common,
    ...reports,
    VENTERUM_VDX_SMS_ADDRESS: 'https://video.example.dk/sms',
    VENTERUM_VDX_SMS_BODY: '{"to":"%to%","text":"%text%","id":"%reference%"}',
    VENTERUM_VDX_TOKEN_ADDRESS: 'https://login.example.dk/token',
    VENTERUM_VDX_CLIENT_ID: 'client',
    VENTERUM_VDX_CLIENT_SECRET: 'secret',
    VENTERUM_SMS_STATUS_WORDS: '{"DONE":"delivered"}',
  },
};

for (const [gateway, needed] of Object.entries(gateways)) {
  const env = { VENTERUM_SMS: gateway, ...needed };

  test(`${gateway} starts with everything it needs`, () => {
    const { config, mistakes: none } = readConfig(env);
    assert.deepEqual(none, undefined);
    assert.equal(config.sms.gateway, gateway);
  });

  test(`${gateway} names whatever is missing, in one sentence, and not what is there`, () => {
    for (const name of Object.keys(needed)) {
      // Without its gate LINK Mobility reports nothing, and nothing more is asked.
      if (name === 'VENTERUM_LINK_GATE') continue;
      const { mistakes: said } = readConfig({ ...env, [name]: '' });
      assert.equal(said?.length, 1, name);
      assert.match(said[0] ?? '', new RegExp(`^Set ${name} .*\\.$`));
      for (const value of Object.values(needed).filter((one) => one.length > 12))
        assert.ok(!said[0]?.includes(value) || value.startsWith('https://n-eu'), name);
    }
  });
}

const wrongForGateways: readonly (readonly [string, string, string])[] = [
  ['cpsms', 'VENTERUM_CPSMS_ADDRESS', 'api.cpsms.dk'],
  ['cpsms', 'VENTERUM_SMS_SENDER', 'A name too long'],
  ['cpsms', 'VENTERUM_SMS_STATUS_WORDS', '{"1":"arrived"}'],
  ['cpsms', 'VENTERUM_SMS_STATUS_WORDS', '[]'],
  ['cpsms', 'VENTERUM_SMS_STATUS_WORDS', '{"1":'],
  ['cpsms', 'VENTERUM_SMS_STATUS_WORDS', '{"1":"constructor"}'],
  ['link', 'VENTERUM_SMS_REPORT_SECRET', 'short'],
  ['link', 'VENTERUM_SMS_REPORT_SECRET', 'with/slashes/in/it/and/more'],
  ['link', 'VENTERUM_SMS_REPORT_NETWORKS', '192.0.2.0/99'],
  ['link', 'VENTERUM_SMS_REPORT_AUTH', 'trust'],
  ['link', 'VENTERUM_LINK_ADDRESS', 'https://n-eu.linkmobility.io/sms'],
  ['vdx', 'VENTERUM_VDX_SMS_ADDRESS', 'http://video.example.dk/sms'],
  ['vdx', 'VENTERUM_VDX_SMS_BODY', '{"to":"%to%","text":"%text%"}'],
  ['vdx', 'VENTERUM_VDX_SMS_BODY', '%to% %text% %reference%'],
  ['vdx', 'VENTERUM_ADDRESS', 'https://video.example.dk/'],
];

for (const [gateway, name, value] of wrongForGateways) {
  test(`${gateway}: a mistake in ${name} (${value}) is said in one sentence`, () => {
    const { mistakes: said } = readConfig({ VENTERUM_SMS: gateway, ...gateways[gateway], [name]: value });
    assert.deepEqual([said?.length, said?.[0]?.startsWith(`Set ${name} `)], [1, true]);
  });
}

test('the callback of VDX has a hundred characters, and a longer one is a mistake at the start', () => {
  const secret = 'x'.repeat(43);
  const { mistakes: said } = readConfig({
    VENTERUM_SMS: 'vdx',
    ...gateways['vdx'],
    VENTERUM_SMS_REPORT_SECRET: secret,
  });
  assert.match(said?.join() ?? '', /^Set VENTERUM_SMS_REPORT_SECRET to a shorter one: .*100 characters\.$/);
});

const mistakes: readonly (readonly [string, string])[] = [
  ['PORT', '0'],
  ['PORT', 'http'],
  ['VENTERUM_MASTER_KEY', 'secret'],
  ['VENTERUM_ORIGINS', 'https://host.example.dk/'],
  ['VENTERUM_ORIGINS', '*'],
  ['VENTERUM_GUEST_PAGE', 'javascript:alert(1)'],
  ['VENTERUM_GUEST_PAGE', 'https://g.example.dk/#x'],
  ['VENTERUM_GUEST_PAGE', `https://${'g'.repeat(80)}.example.dk/`],
  ['VENTERUM_GUEST_PAGE', 'https://g.example.dk/a b'],
  ['VENTERUM_GUEST_PAGE', 'https://g.example.dk/gæst’s'],
  ['VENTERUM_GUEST_PAGE', 'http://g.example.dk/'],
  ['VENTERUM_GUEST_PAGE', 'http://127.0.0.1.example.dk/'],
  ['VENTERUM_GUEST_PAGE', 'http://localhost.example.dk/'],
  ['VENTERUM_GUEST_PAGE', 'http://192.0.2.7/'],
  ['VENTERUM_SMS', 'pigeon'],
  ['VENTERUM_CODE_PAGE', 'https://g.example.dk/#x'],
  ['VENTERUM_CODE_PAGE', 'http://g.example.dk/'],
  ['VENTERUM_SMS_COUNTRIES', '+298'],
  ['VENTERUM_SMS_PER_NUMBER', '0'],
  ['VENTERUM_TRUSTED_PROXIES', '-1'],
  ['VENTERUM_SUPPORT_PHONE', '12'],
  ['VENTERUM_ICE_SERVERS', '{}'],
  ['VENTERUM_ICE_SERVERS', '['],
  ['VENTERUM_ICE_POLICY', 'some'],
  ['VENTERUM_TURN_URLS', 'turn:t.example.dk'],
  ['VENTERUM_CLINIC_IDLE_MINUTES', '31'],
];

for (const [name, value] of mistakes) {
  test(`a mistake in ${name} (${value.slice(0, 24)}) is said in one sentence that names it and not its value`, () => {
    const reading = readConfig({ [name]: value });
    assert.equal(reading.mistakes?.length, 1);
    assert.match(reading.mistakes[0] ?? '', new RegExp(`^Set .*${name}.*\\.$`));
    if (name === 'VENTERUM_MASTER_KEY') assert.doesNotMatch(reading.mistakes[0] ?? '', /secret/);
  });
}

test('C5: the guest page may be as long as one SMS bears, counted in septets', () => {
  const pageOf = (path: string): string => `https://g.example.dk/${path}`;
  const isTaken = (page: string): boolean => readConfig({ VENTERUM_GUEST_PAGE: page }).config !== undefined;
  const longest = 80 - pageOf('').length;
  assert.ok(isTaken(pageOf('x'.repeat(longest))));
  assert.ok(isTaken(pageOf('å'.repeat(longest))), 'a letter of the alphabet, whatever bytes it takes');
  assert.ok(!isTaken(pageOf('x'.repeat(longest + 1))));
  assert.ok(isTaken(pageOf(`~${'x'.repeat(longest - 2)}`)), 'a tilde costs two');
  assert.ok(!isTaken(pageOf(`~${'x'.repeat(longest - 1)}`)));
});

test('C5: only on this machine the guest page may be http', () => {
  const saidOf = (page: string) => readConfig({ VENTERUM_GUEST_PAGE: page }).mistakes?.join('\n');
  for (const host of ['localhost:4404', 'guest.localhost', '127.0.0.1:80', '127.1.2.3', '[::1]:4404'])
    assert.equal(saidOf(`http://${host}/`), undefined, host);
  assert.match(saidOf('http://g.example.dk/') ?? '', /https.*localhost/);
});

test('every mistake is said at once', () => {
  assert.equal(
    readConfig({ PORT: 'x', VENTERUM_SMS: 'x', VENTERUM_ICE_POLICY: 'relay' }).mistakes?.length,
    3,
  );
});
