import type { VisitView } from '@venterum/contract';
import { CallFlow, type CallStoreOptions } from './call-flow.ts';
import type { CallCommand, CallState } from './call-state.ts';
import type { Store } from './store.ts';

export type { CallStoreOptions } from './call-flow.ts';

/** One call as its views see it. */
export type CallStore = Store<CallState, CallCommand>;

const asked: readonly CallCommand['type'][] = ['admit', 'dismiss', 'stage', 'end'];

/** What only the server can do, for everybody in the room. */
type Asked = Extract<CallCommand, { readonly type: 'admit' | 'dismiss' | 'stage' | 'end' }>;

const isAsked = (command: CallCommand): command is Asked => asked.includes(command.type);

const request = ({ client, visit: { id } }: CallStoreOptions, command: Asked): Promise<VisitView> => {
  switch (command.type) {
    case 'admit':
      return client.request('visits.admit', { id, body: { participantId: command.participantId } });
    case 'dismiss':
      return client.request('visits.dismiss', { id, body: { participantId: command.participantId } });
    case 'stage': {
      const { type: _type, ...body } = command;
      return client.request('visits.stage', { id, body });
    }
    case 'end':
      return client.request('visits.end', { id, body: { outcome: command.outcome } });
  }
};

const here = async (
  flow: CallFlow,
  { devices }: CallStoreOptions,
  command: Exclude<CallCommand, Asked>,
): Promise<void> => {
  switch (command.type) {
    case 'set-muted': {
      flow.sending.setMuted(command.muted);
      return;
    }
    case 'set-camera-off':
      return flow.sending.setCameraOff(command.cameraOff);
    case 'use-camera':
    case 'use-microphone':
      return devices.dispatch(command);
    case 'share-screen':
      return flow.sending.setSharing(command.on);
    case 'compare-words': {
      flow.safety.compare(command.on);
      return;
    }
    case 'resume':
      return flow.resume();
    case 'retry':
      return flow.enter();
    case 'hang-up': {
      flow.hangUp();
      return;
    }
  }
};

const run = (flow: CallFlow, options: CallStoreOptions, command: CallCommand): Promise<void> =>
  isAsked(command) ? flow.ask(() => request(options, command)) : here(flow, options, command);

/**
 * Makes a call and enters its room at once. It ends by itself when the visit is over, is released to the queue, or the session ends;
 * then, and at `hang-up`, the devices are let go, except after a release. `dispose` leaves the room.
 */
export const createCallStore = (options: CallStoreOptions): CallStore => {
  const flow = new CallFlow(options);
  void flow.enter();
  return {
    getState: () => flow.cell.get(),
    subscribe: (listener) => flow.cell.subscribe(listener),
    dispatch: (command) => run(flow, options, command),
    dispose: () => flow.dispose(),
  };
};
