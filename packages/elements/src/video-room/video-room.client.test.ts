import { aTimeout, expect, fixture, html, oneEvent } from '@open-wc/testing';
import {
  accessFor,
  careWorker,
  clinicVisit,
  doctor,
  FakeCallClient,
  FakeDevices,
  inRoom,
  joinerVisit,
  ScriptedVideoProvider,
} from '@venterum/testing/video';
import './video-room.define.ts';
import { devicesOn, pictureStream } from './video-room.fixtures.test.ts';
import type { VideoRoomElement } from './video-room.ts';
import { waitUntil } from '../shared/wait-until.fixtures.test.ts';

const words = (element: VideoRoomElement): string =>
  (element.renderRoot.querySelector('.room')?.textContent ?? '').replace(/\s+/g, ' ');

const button = (element: VideoRoomElement, text: string): HTMLButtonElement => {
  const found = [...element.renderRoot.querySelectorAll('button')].find(
    (one) => one.textContent.trim() === text,
  );
  if (found === undefined) throw new Error(`no button "${text}"`);
  return found;
};

const spoken = async (element: VideoRoomElement, urgency: 'polite' | 'assertive'): Promise<string> => {
  const region = element.renderRoot.querySelector(`[data-live="${urgency}"]`);
  await waitUntil(() => region?.textContent, 'said in time');
  return region?.textContent ?? '';
};

const until = async (holds: () => boolean): Promise<void> => {
  await waitUntil(holds, 'in time');
};

describe('<video-room> with a client', () => {
  let client: FakeCallClient;
  let provider: ScriptedVideoProvider;
  let devices: FakeDevices;

  beforeEach(() => {
    client = new FakeCallClient();
    client.answers.set('visits.ticket', accessFor(careWorker.id));
    provider = new ScriptedVideoProvider();
    devices = new FakeDevices({ ...devicesOn, stream: pictureStream() });
  });

  const enter = (visit = joinerVisit()): Promise<VideoRoomElement> =>
    fixture<VideoRoomElement>(
      html`<video-room
        .client=${client.asClient}
        .visit=${visit}
        .provider=${provider}
        .devices=${devices}
      ></video-room>`,
    );

  it('enters, connects and says with whom', async () => {
    const element = await enter(joinerVisit({ participants: [careWorker, inRoom(doctor, 'peer-doctor')] }));
    await until(() => provider.rooms.length === 1 && provider.room.peers.length === 1);
    setTimeout(() => provider.room.remote(doctor.id, { connection: 'connected', stream: pictureStream() }));
    await oneEvent(element, 'call-connected');
    expect(await spoken(element, 'polite')).to.equal('Du taler nu med Læge Test Lund.');
  });

  it('enters with the way in that came with the call', async () => {
    const element = await fixture<VideoRoomElement>(
      html`<video-room
        .client=${client.asClient}
        .visit=${clinicVisit()}
        .access=${accessFor(doctor.id)}
        .provider=${async () => provider}
        .devices=${devices}
      ></video-room>`,
    );
    await until(() => provider.rooms.length === 1);
    await until(() => words(element).includes('Der er ringet op til'));
    expect(client.requests).to.deep.equal([]);
  });

  it('stays in the call when it is moved in the page, and through news of the visit', async () => {
    const element = await enter();
    await until(() => provider.rooms.length === 1);
    const place = document.createElement('div');
    element.parentElement?.append(place);
    place.append(element);
    element.visit = joinerVisit({ presence: 'away' });
    await element.updateComplete;
    await aTimeout(0);
    expect(provider.rooms.length).to.equal(1);
    expect(provider.room.isLeft).to.be.false;
    expect(devices.commands).to.deep.equal([]);
  });

  it('stays in the call while a router has it out of the page for a moment, and plays on', async () => {
    const element = await enter(joinerVisit({ participants: [careWorker, inRoom(doctor, 'peer-doctor')] }));
    await until(() => provider.rooms.length === 1 && provider.room.peers.length === 1);
    provider.room.remote(doctor.id, { connection: 'connected', stream: pictureStream() });
    await until(() => element.renderRoot.querySelector('.tile video') !== null);
    const place = element.parentElement;
    element.remove();
    await aTimeout(50);
    place?.append(element);
    await until(() => element.renderRoot.querySelector<HTMLVideoElement>('.tile video')?.paused === false);
    expect([provider.rooms.length, provider.room.isLeft]).to.deep.equal([1, false]);
  });

  it('D17: leaves the room and switches the devices off when it is removed', async () => {
    const element = await enter();
    await until(() => provider.rooms.length === 1);
    const tracks = devices.getState().stream?.getTracks() ?? [];
    element.remove();
    await until(() => provider.room.isLeft);
    expect(tracks.length).to.equal(1);
    expect(tracks.every(({ readyState }) => readyState === 'ended')).to.be.true;
    expect(client.listeners).to.equal(0);
  });

  it('waits for a client that comes late', async () => {
    const element = await fixture<VideoRoomElement>(
      html`<video-room .visit=${joinerVisit()} .provider=${provider} .devices=${devices}></video-room>`,
    );
    expect(provider.rooms.length).to.equal(0);
    element.client = client.asClient;
    await until(() => provider.rooms.length === 1);
  });

  it('says so when the server is gone, and comes back at a tap', async () => {
    client.answers.set('visits.ticket', 'offline');
    const element = await enter();
    await until(() => words(element).includes('Der er ingen forbindelse'));
    client.answers.set('visits.ticket', accessFor(careWorker.id));
    button(element, 'Prøv igen').click();
    await until(() => provider.rooms.length === 1);
  });
});
