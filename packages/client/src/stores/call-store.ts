import { CallFlow, type CallStoreOptions } from './call-flow.ts';
import type { CallCommand, CallState } from './call-state.ts';
import type { Store } from './store.ts';

export type { CallStoreOptions } from './call-flow.ts';

/** One call as its views see it. */
export type CallStore = Store<CallState, CallCommand>;

const run = async (flow: CallFlow, options: CallStoreOptions, command: CallCommand): Promise<void> => {
  const { client, devices, visit } = options;
  switch (command.type) {
    case 'set-muted': {
      flow.setMuted(command.muted);
      return;
    }
    case 'set-camera-off':
      return flow.setCameraOff(command.cameraOff);
    case 'use-camera':
    case 'use-microphone':
      return devices.dispatch(command);
    case 'admit': {
      const body = { participantId: command.participantId };
      return flow.ask(() => client.request('visits.admit', { id: visit.id, body }));
    }
    case 'end': {
      const body = { outcome: command.outcome };
      return flow.ask(() => client.request('visits.end', { id: visit.id, body }));
    }
    case 'hang-up': {
      flow.hangUp();
      return;
    }
    case 'retry':
      return flow.enter();
  }
};

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
