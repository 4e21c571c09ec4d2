import { expect } from '@open-wc/testing';

const tags = [
  'clinic-settings',
  'consent-form',
  'device-check',
  'queue-join',
  'sms-invite',
  'venterum-provider',
  'video-room',
  'waiting-room',
];

const registered = (): readonly string[] => tags.filter((tag) => customElements.get(tag) !== undefined);

describe('@venterum/elements', () => {
  it('gives events and what a page sets up once, and registers nothing', async () => {
    const entry = await import('./index.ts');
    expect(Object.keys(entry).sort()).to.deep.equal([
      'CallConnectedEvent',
      'CallEndRequestEvent',
      'CallEndedEvent',
      'CallLayoutChangedEvent',
      'CallQualityEvent',
      'ConsentFailedEvent',
      'ConsentGivenEvent',
      'ConsentSubmittedEvent',
      'ConsentWithdrawnEvent',
      'DevicesReadyEvent',
      'InviteRevokedEvent',
      'InviteSentEvent',
      'InviteStatusEvent',
      'MembersChangedEvent',
      'PlanChangedEvent',
      'QueueChangedEvent',
      'VisitCallRequestEvent',
      'VisitCalledEvent',
      'VisitEndedEvent',
      'VisitJoinedEvent',
      'VisitLeftEvent',
      'clientContext',
      'getDefaultClient',
      'setDefaultClient',
    ]);
    expect(registered()).to.deep.equal([]);
  });

  it('registers every element by ./define, and nothing else by a class', async () => {
    await import('./queue-join/queue-join.ts');
    expect(registered()).to.deep.equal([]);
    await import('./define.ts');
    expect(registered()).to.deep.equal(tags);
  });
});
