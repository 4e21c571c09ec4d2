import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { CallAnswer, JoinerVisit, RoomAccess } from '@venterum/contract';
import type { BrowserContext, Page } from 'playwright-core';
import { apiOf, type Api } from './harness/api.ts';
import { atTheClinic, staff } from './harness/clinic.ts';
import { logInAsCitizen } from './harness/logins.ts';
import { framesDecoded, seesMovingPicture } from './harness/media.ts';
import { setScene, type Person, type Scene } from './harness/scene.ts';
import { until } from './harness/until.ts';

interface Call {
  on(event: 'stream', listener: () => void): void;
  answer(stream: MediaStream): void;
}

interface StockPeer {
  on(event: 'open', listener: () => void): void;
  on(event: 'call', listener: (call: Call) => void): void;
  on(event: 'error' | 'disconnected', listener: (reason?: { readonly type?: string }) => void): void;
  call(id: string, stream: MediaStream): Call;
}

declare global {
  interface Window {
    Peer: new (id: string, options: object) => StockPeer;
    /** What the stock page has lived through. */
    stock: { peer: StockPeer; readonly stream: MediaStream; readonly happened: string[] };
  }
}

const require = createRequire(import.meta.url);
const peerjs = await readFile(
  join(dirname(require.resolve('peerjs/package.json')), 'dist/peerjs.min.js'),
  'utf8',
);

const STOCK_PATH = '/stock-peerjs/';

/** Opens the signalling socket with the npm `peerjs` package and nothing of ours. */
const connect = (page: Page, server: string, access: Pick<RoomAccess, 'peerId' | 'ticket'>): Promise<void> =>
  page.evaluate(
    async ({ url, peerId, ticket }) => {
      const { hostname, port } = new URL(url);
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
      const happened: string[] = [];
      const peer = new window.Peer(peerId, {
        host: hostname,
        port: Number(port),
        path: '/v1/signal/',
        token: ticket,
        secure: false,
        config: { iceServers: [] },
      });
      peer.on('open', () => happened.push('open'));
      peer.on('error', (error) => happened.push(`error ${error?.type ?? ''}`));
      peer.on('disconnected', () => happened.push('disconnected'));
      peer.on('call', (call) => {
        happened.push('call');
        call.answer(stream);
      });
      window.stock = { peer, stream, happened };
    },
    { url: server, peerId: access.peerId, ticket: access.ticket },
  );

const happened = (page: Page): Promise<readonly string[]> => page.evaluate(() => window.stock.happened);

const call = (page: Page, peerId: string): Promise<void> =>
  page.evaluate((id) => {
    window.stock.peer.call(id, window.stock.stream);
  }, peerId);

describe('a stock peerjs client', () => {
  let scene: Scene;
  let doctor: Api;
  let citizen: Api;
  let visitId: string;
  let doctorAccess: RoomAccess;
  let member: Page;

  const stockPage = async (): Promise<Page> => {
    const url = new URL(STOCK_PATH, scene.demo.addresses.hostPages).href;
    const prepare = (context: BrowserContext): Promise<unknown> =>
      context.route(url, (route) =>
        route.fulfill({ body: '<!doctype html><title>peerjs</title>', contentType: 'text/html' }),
      );
    const { page } = await scene.person(STOCK_PATH, { prepare });
    await page.addScriptTag({ content: peerjs });
    return page;
  };

  const opens = async (page: Page, access: Pick<RoomAccess, 'peerId' | 'ticket'>): Promise<void> => {
    await connect(page, scene.demo.addresses.server, access);
    await until('the signalling socket is open', async () => (await happened(page)).includes('open'));
  };

  const citizenApi = async (name: string): Promise<Api> => {
    const person: Person = await scene.person('/citizen/');
    await logInAsCitizen(person.page, name);
    await person.page.getByRole('button', { name: 'Stil dig i kø' }).waitFor();
    return apiOf(scene, person);
  };

  before(async () => {
    scene = await setScene();
    doctor = apiOf(scene, await atTheClinic(scene, staff.doctor));
    citizen = await citizenApi('May Moberg');
    visitId = (await citizen.post<JoinerVisit>('/v1/visits', {})).id;
    await doctor.post<CallAnswer>(`/v1/visits/${visitId}/call`);
  });

  after(() => scene.close());

  it('D1: holds a call with the id and the ticket it was given', async () => {
    const [here, there] = [await stockPage(), await stockPage()];
    member = here;
    doctorAccess = await doctor.post<RoomAccess>(`/v1/visits/${visitId}/ticket`);
    await opens(here, doctorAccess);
    const citizenAccess = await citizen.post<RoomAccess>(`/v1/visits/${visitId}/ticket`);
    await opens(there, citizenAccess);
    await call(here, citizenAccess.peerId);
    await Promise.all([seesMovingPicture(here, 'the caller'), seesMovingPicture(there, 'the called')]);
    assert.ok((await happened(there)).includes('call'));
  });

  it('D1: is refused without a ticket, and with one that was used', async () => {
    for (const ticket of ['made-up', doctorAccess.ticket]) {
      const page = await stockPage();
      await connect(page, scene.demo.addresses.server, { peerId: doctorAccess.peerId, ticket });
      await until('it is refused', async () => (await happened(page)).some((what) => what !== 'open'));
      assert.ok(!(await happened(page)).includes('open'));
    }
  });

  it('D3: with a ticket for another room reaches nobody and is not told who is there', async () => {
    const other = await citizenApi('Kaja Hansen');
    const { id } = await other.post<JoinerVisit>('/v1/visits', {});
    const colleague = apiOf(scene, await atTheClinic(scene, staff.otherDoctor));
    const outsider = await stockPage();
    const { access } = await colleague.post<CallAnswer>(`/v1/visits/${id}/call`);
    await opens(outsider, access);
    const heard = (await happened(member)).length;
    /** What a call to an id comes to, as the outsider can tell. */
    const answerTo = async (id: string): Promise<readonly string[]> => {
      const before = (await happened(outsider)).length;
      await call(outsider, id);
      return until('the outsider is answered', async () => {
        const answers = (await happened(outsider)).slice(before);
        return answers.length > 0 ? [...new Set(answers)] : undefined;
      });
    };
    const nobody = 'f'.repeat(doctorAccess.peerId.length);
    assert.deepEqual(await answerTo(doctorAccess.peerId), await answerTo(nobody));
    assert.equal((await happened(member)).length, heard);
    assert.equal(await framesDecoded(outsider), 0);
  });
});
