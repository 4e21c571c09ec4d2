import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { JoinerVisit, PrincipalKind } from '@venterum/contract';
import { testCitizens } from '@venterum/testing';
import type { SessionState } from '../session/session-state.ts';
import { draftFrom, isNewPlace, missingIn, pickVisit, refusalOf, type ResumeFacts } from './join-rules.ts';
import type { JoinDraft } from './join-state.ts';

const { nancy, bruno } = testCitizens;

const visit = (id: string, clinicId: string, name?: string): JoinerVisit => ({
  view: 'joiner',
  id,
  clinic: { id: clinicId, ydernummer: '012345', name: 'Klinik', address: 'Torvet 1', open: true },
  me: 'me',
  kind: 'consultation',
  origin: 'care-app',
  test: false,
  state: 'waiting',
  arrivedAt: '2026-11-23T09:00:00.000Z',
  presence: 'online',
  participants: [
    { id: 'me', role: 'care-staff', present: 'device', admitted: false },
    {
      id: 'citizen',
      role: 'citizen',
      present: 'in-the-room',
      admitted: false,
      ...(name === undefined ? {} : { name }),
    },
  ],
});

const nancys = visit('nancys', 'lund', nancy.name);
const brunos = visit('brunos', 'mark', bruno.name);
const nameless = visit('nameless', 'lund');
const over = { ...nancys, state: 'ended' } as const;
const employee = { kind: 'municipal-employee' } as const;

type Row = readonly [
  name: string,
  visits: readonly JoinerVisit[],
  facts: ResumeFacts,
  picked: string | undefined,
];

const rows: readonly Row[] = [
  ['nobody handed over, one visit', [brunos], employee, 'brunos'],
  ['nobody handed over, two visits', [nancys, brunos], employee, undefined],
  ['nobody handed over, one in the clinic', [nancys, brunos], { ...employee, clinicId: 'mark' }, 'brunos'],
  ['nobody handed over, none in the clinic', [nancys], { ...employee, clinicId: 'mark' }, undefined],
  ['the same name', [nancys, brunos], { ...employee, citizen: nancy }, 'nancys'],
  ['the same name, another clinic', [nancys], { ...employee, citizen: nancy, clinicId: 'mark' }, undefined],
  ['the same name twice', [nancys, { ...nancys, id: 'other' }], { ...employee, citizen: nancy }, undefined],
  ['another name', [nancys], { ...employee, citizen: bruno }, undefined],
  ['a number without a name', [nancys], { ...employee, citizen: { cpr: bruno.cpr } }, undefined],
  [
    'a number without a name, a nameless visit',
    [nameless],
    { ...employee, citizen: { cpr: nancy.cpr } },
    undefined,
  ],
  ['a name, a nameless visit', [nameless], { ...employee, citizen: nancy }, undefined],
  [
    'the visit the host names',
    [nancys, brunos],
    { ...employee, citizen: { cpr: bruno.cpr }, visitId: 'brunos' },
    'brunos',
  ],
  ['a visit the host names that is over', [over, brunos], { ...employee, visitId: 'nancys' }, undefined],
  ['a visit that is over', [over], { ...employee, citizen: nancy }, undefined],
  ['a citizen’s own, whatever is handed over', [nameless], { kind: 'citizen', citizen: nancy }, 'nameless'],
  ['a guest’s own', [nameless], { kind: 'guest' }, 'nameless'],
];

type Missing = readonly [
  name: string,
  kind: PrincipalKind,
  draft: Partial<JoinDraft>,
  code: string | undefined,
];

const consented = { consentId: 'consent' };
const missing: readonly Missing[] = [
  [
    'no number and no reason',
    'municipal-employee',
    { ...consented, citizen: { name: nancy.name } },
    'request-invalid',
  ],
  ['nobody and no reason', 'municipal-employee', consented, 'request-invalid'],
  ['no number and a blank reason', 'municipal-employee', { ...consented, reason: ' \n' }, 'request-invalid'],
  ['no number and a reason', 'municipal-employee', { ...consented, reason: 'Feber' }, undefined],
  ['a number and no reason', 'municipal-employee', { ...consented, citizen: nancy }, undefined],
  ['a number and no declaration', 'municipal-employee', { citizen: nancy }, 'consent-required'],
  [
    'a number, and a declaration that is being recorded',
    'municipal-employee',
    { citizen: nancy, recording: true },
    undefined,
  ],
  ['a citizen of their own', 'citizen', consented, undefined],
];

describe('missingIn', () => {
  for (const [name, kind, draft, code] of missing)
    test(`${name}: ${code ?? 'may join'}`, () => {
      const missing = missingIn({ kind, draft: { ...draftFrom({}), ...draft } }, true);
      assert.equal(missing && refusalOf(missing).code, code);
    });
});

const guest: SessionState = {
  status: 'active',
  principal: { kind: 'guest', id: 'guest', inviteId: 'invite' },
  expiresAt: '2026-11-23T21:00:00.000Z',
};

const places: readonly (readonly [
  name: string,
  redeeming: boolean,
  session: SessionState,
  isNew: boolean,
])[] = [
  ['redeemed here for the first time', true, guest, true],
  ['redeemed here again', true, { ...guest, resumed: true }, false],
  ['found by a flow that redeemed nothing', false, guest, false],
  ['not redeemed after all', true, { status: 'signed-out' }, false],
];

describe('isNewPlace', () => {
  for (const [name, redeeming, session, isNew] of places)
    test(name, () => {
      assert.equal(isNewPlace(redeeming, session), isNew);
    });
});

describe('pickVisit', () => {
  for (const [name, visits, facts, picked] of rows)
    test(`${name}: ${picked ?? 'none'}`, () => {
      assert.equal(pickVisit(visits, facts)?.id, picked);
    });
});
