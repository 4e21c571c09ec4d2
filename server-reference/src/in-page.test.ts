import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createInPageServer, type InPageServer } from './in-page.ts';
import type { VerifiedLogin } from './ports/index.ts';

const login = (subject: string, principal: VerifiedLogin['principal']): VerifiedLogin => ({
  issuer: 'https://login.example.dk',
  subject,
  principal,
  expiresAt: '2099-01-01T00:00:00.000Z',
  ...(principal.kind === 'citizen' ? { cpr: '2512489996' } : {}),
});

const people: Readonly<Record<string, VerifiedLogin>> = {
  doctor: login('doctor', {
    kind: 'clinic-staff',
    name: 'Læge Test Lund',
    role: 'doctor',
    ydernumre: ['012345'],
  }),
  citizen: login('citizen', { kind: 'citizen', name: 'Nancy Ann Berggren' }),
};

const start = (): Promise<InPageServer> =>
  createInPageServer({
    clinics: [
      {
        id: 'clinic-lund',
        ydernummer: '012345',
        name: 'Lægehuset Lund',
        address: 'Lundevej 1, 9999 Testby',
        opening: { open: true },
      },
    ],
    directory: { '2512489996': 'clinic-lund' },
    verifier: { verify: (token) => Promise.resolve(people[token]) },
  });

type Json = Readonly<Record<string, string>>;

/** Somebody who is signed in, asking as a page would. */
const askAs = async (server: InPageServer, person: string) => {
  const ask = async (path: string, body: unknown, token?: string): Promise<unknown> => {
    const answer = await server.fetch(`https://in-page.example/v1/${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    assert.ok(answer.ok, `${path}: ${answer.status}`);
    return answer.json();
  };
  const session = (await ask('sessions', {
    grant: 'oidc',
    token: person,
    deviceId: `device-of-${person}-1`,
  })) as Json;
  return (path: string, body?: unknown): Promise<unknown> => ask(path, body, session['token']);
};

interface Socket extends EventTarget {
  readyState: number;
  onopen: (() => void) | null;
  onmessage: ((event: { readonly data: string }) => void) | null;
  send(text: string): void;
  close(): void;
}

const open = (server: InPageServer, { peerId, ticket }: Json): Socket => {
  const query = new URLSearchParams({ key: 'peerjs', id: peerId ?? '', token: ticket ?? '' });
  return new server.WebSocket(
    `wss://in-page.example/v1/signal/peerjs?${query.toString()}`,
  ) as unknown as Socket;
};

const heard = (socket: Socket, type: string): Promise<Json> =>
  new Promise((resolve) => {
    socket.onmessage = ({ data }) => {
      const message = JSON.parse(data) as Json;
      if (message['type'] === type) resolve(message);
    };
  });

const ended = (socket: Socket): Promise<number> =>
  new Promise((resolve) => {
    socket.addEventListener('close', (event) => {
      resolve((event as CloseEvent).code);
    });
  });

test('J6: in a page the server signals between those it has let in, and nobody else', async () => {
  const server = await start();
  const [citizen, doctor] = [await askAs(server, 'citizen'), await askAs(server, 'doctor')];
  const { id } = (await citizen('visits', { clinicId: 'clinic-lund' })) as Json;
  const { access } = (await doctor(`visits/${id}/call`)) as { access: Json };
  const own = (await citizen(`visits/${id}/ticket`)) as Json;

  const theirs = open(server, own);
  await heard(theirs, 'OPEN');
  const ours = open(server, access);
  await heard(ours, 'OPEN');
  const arrived = heard(theirs, 'LEAVE');
  ours.send(JSON.stringify({ type: 'LEAVE', dst: own['peerId'] }));
  assert.equal((await arrived)['src'], access['peerId']);

  const stranger = open(server, { peerId: own['peerId'] ?? '', ticket: 'guessed' });
  assert.equal(await ended(stranger), 1006, 'D1: no ticket, no socket');

  const gone = ended(ours);
  ours.close();
  assert.equal(await gone, 1000);
  await server.dispose();
});
