import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readConfig } from './config.ts';

test('an empty environment is a configuration', () => {
  const { config } = readConfig({});
  assert.ok(config);
  assert.deepEqual(
    [config.port, config.database, config.guestPage, config.sms, config.icePolicy, config.clinicIdleMinutes],
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
  assert.equal(config?.gatewayApi?.reports, 'https://video.example.dk/v1/sms/reports/gatewayapi');
  assert.equal(config.gatewayApi.address, 'https://gatewayapi.eu');
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
  ['VENTERUM_SMS', 'pigeon'],
  ['VENTERUM_CODE_PAGE', 'https://g.example.dk/#x'],
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

test('every mistake is said at once', () => {
  assert.equal(
    readConfig({ PORT: 'x', VENTERUM_SMS: 'x', VENTERUM_ICE_POLICY: 'relay' }).mistakes?.length,
    3,
  );
});
