import { expect } from '@open-wc/testing';
import { localAt, type InviteRequest } from '@venterum/contract';
import { client, invite, now, ready, type InviteScript } from './sms-invite.fixtures.test.ts';
import {
  begin,
  control,
  fill,
  find,
  focused,
  help,
  press,
  show,
  type,
  words,
} from './sms-invite.harness.fixtures.test.ts';
import { waitUntil } from '../shared/wait-until.fixtures.test.ts';

describe('<sms-invite> times', () => {
  describe('a time', () => {
    /** A time as the field has it, so long after the moment the tests stand at. */
    const local = (milliseconds: number): string =>
      localAt(new Date(Date.parse(now) + milliseconds).toISOString());
    const minute = 60_000;
    const day = 24 * 60 * minute;

    const openLater = async () => {
      const opened = await begin();
      await fill(opened.element);
      find(opened.element, '#sendAt-on').click();
      await opened.element.updateComplete;
      return opened;
    };

    const sendAtOf = (store: InviteScript): string | undefined => {
      const [command] = store.commands;
      return command?.type === 'send' ? command.request.sendAt : 'nothing was sent';
    };

    it('goes with the messages, and is read back before', async () => {
      const { element, store } = await openLater();
      await type(element, '#sendAt', local(2 * day));
      await press(element, 'Tjek numre');
      const sendAt = new Date(Date.parse(now) + 2 * day).toISOString();
      expect(words(element)).to.include('Sendes 24. nov. kl. 14.30.');
      await press(element, 'Ja, send sms');
      expect(sendAtOf(store)).to.equal(sendAt);
      const sent = [invite('i-1', 'queued')];
      await show(element, store, ready({ invites: sent, sent }));
      expect(control(element, '#sendAt-on').checked, 'the next ones go at once').to.equal(false);
    });

    for (const [what, ahead] of [
      ['none', undefined],
      ['one that has passed', -minute],
      ['one too far ahead', 7 * day + minute],
    ] as const)
      it(`is asked for again: ${what}`, async () => {
        const { element, store } = await openLater();
        expect(find(element, '#sendAt').ariaInvalid, 'not told off before').to.equal('false');
        if (ahead !== undefined) await type(element, '#sendAt', local(ahead));
        await press(element, 'Tjek numre');
        await waitUntil(() => focused(element) === find(element, '#sendAt'));
        expect(find(element, '#sendAt').ariaInvalid).to.equal('true');
        expect(help(element, 'sendAt')).to.equal('Vælg en tid, højst 7 dage frem.');
        expect(store.commands).to.deep.equal([]);
      });

    it('is not meant any more once it is unticked', async () => {
      const { element, store } = await openLater();
      await type(element, '#sendAt', local(day));
      find(element, '#sendAt-on').click();
      await press(element, 'Tjek numre');
      await press(element, 'Ja, send sms');
      expect(sendAtOf(store)).to.equal(undefined);
    });

    it('is offered neither for a running conversation nor where nothing is sent', async () => {
      const { element } = await openLater();
      await type(element, '#sendAt', local(day));
      element.visit = 'visit-9';
      await element.updateComplete;
      expect(element.renderRoot.querySelector('#sendAt-on')).to.equal(null);
      element.visit = undefined;
      await element.updateComplete;
      expect(control(element, '#sendAt-on').checked, 'nor kept from before').to.equal(false);
      find(element, '#without-0').click();
      await element.updateComplete;
      expect(element.renderRoot.querySelector('#sendAt-on')).to.equal(null);
    });
  });

  describe('an agreed time', () => {
    const agree = async (field: string, sendAt?: string) => {
      const opened = await begin();
      const { element } = opened;
      await fill(element);
      find(element, '#agreedAt-on').click();
      await element.updateComplete;
      if (field !== '') await type(element, '#agreedAt', field);
      if (sendAt === undefined) return opened;
      find(element, '#sendAt-on').click();
      await element.updateComplete;
      await type(element, '#sendAt', sendAt);
      return opened;
    };

    const requestOf = (store: InviteScript): Partial<InviteRequest> | undefined => {
      const [command] = store.commands;
      return command?.type === 'send' ? command.request : undefined;
    };

    it('I3: is Danish time, in summer too, is read back, and says when the message goes out', async () => {
      const { element, store } = await agree('2026-11-24T10:15');
      expect(help(element, 'agreedAt')).to.include('Sms’en går ud et kvarter før');
      await press(element, 'Tjek numre');
      expect(words(element))
        .to.include('Aftalt 24. nov. kl. 10.15')
        .and.include('Sendes 24. nov. kl. 10.00.', 'a quarter of an hour before, told before it is sent');
      await press(element, 'Ja, send sms');
      expect(requestOf(store)?.agreedAt).to.equal('2026-11-24T09:15:00.000Z');
      expect(requestOf(store)).not.to.have.any.keys('sendAt', 'visitId', 'test');
      const sent = [invite('i-1', 'queued')];
      await show(element, store, ready({ invites: sent, sent }));
      expect(control(element, '#agreedAt-on').checked, 'the next ones have none').to.equal(false);
    });

    it('says that the message goes out now, where a quarter of an hour before has passed', async () => {
      const { element, store } = await agree('2026-11-22T14:40');
      await press(element, 'Tjek numre');
      expect(words(element)).to.include('Aftalt kl. 14.40').and.include('Sendes kl. 14.30.');
      await press(element, 'Ja, send sms');
      expect(requestOf(store)).not.to.have.any.keys('sendAt');
    });

    for (const [clock, instant, shown] of [
      // Summer time has ended the night before in 2026-10-25, and begins on 2027-03-28.
      ['2026-10-25T02:30', '2026-10-25T01:30:00.000Z', 'kl. 02.30'],
      ['2026-10-24T08:30', '2026-10-24T06:30:00.000Z', '24. okt. kl. 08.30'],
    ] as const)
      it(`I3: the night summer time ends: ${clock}`, async () => {
        const then =
          Date.parse('2026-10-24T00:00:00.000Z') + (shown.startsWith('kl.') ? 86_400_000 : -3_600_000 * 5);
        const { element, store } = await begin(ready(), undefined, {
          ...client,
          clock: { ...client.clock, now: () => then },
        });
        await fill(element);
        find(element, '#agreedAt-on').click();
        await element.updateComplete;
        await type(element, '#agreedAt', clock);
        await press(element, 'Tjek numre');
        expect(words(element)).to.include(`Aftalt ${shown}`);
        await press(element, 'Ja, send sms');
        expect(requestOf(store)?.agreedAt).to.equal(instant);
      });

    for (const [what, field, sendAt, sentence] of [
      ['none', '', undefined, 'Vælg en tid, højst 7 dage frem.'],
      ['one that has passed', '2026-11-22T14:29', undefined, 'Vælg en tid, højst 7 dage frem.'],
      ['one too far ahead', '2026-11-29T14:31', undefined, 'Vælg en tid, højst 7 dage frem.'],
      ['an hour after the message', '2026-11-23T11:00', '2026-11-23T10:00', 'Linket virker i en time'],
      ['before the message', '2026-11-23T09:59', '2026-11-23T10:00', 'Linket virker i en time'],
    ] as const)
      it(`C4: is asked for again: ${what}`, async () => {
        const { element, store } = await agree(field, sendAt);
        expect(find(element, '#agreedAt').ariaInvalid, 'not told off before').to.equal('false');
        await press(element, 'Tjek numre');
        await waitUntil(() => focused(element) === find(element, '#agreedAt'));
        expect(find(element, '#agreedAt').ariaInvalid).to.equal('true');
        expect(help(element, 'agreedAt')).to.include(sentence);
        expect(control(element, '#agreedAt').value).to.equal(field);
        expect(store.commands).to.deep.equal([]);
      });

    it('goes with a message within the hour before it', async () => {
      const { element, store } = await agree('2026-11-23T10:59', '2026-11-23T10:00');
      await press(element, 'Tjek numre');
      expect(words(element))
        .to.include('Aftalt 23. nov. kl. 10.59')
        .and.include('Sendes 23. nov. kl. 10.00.');
      await press(element, 'Ja, send sms');
      const { sendAt, agreedAt } = requestOf(store) ?? {};
      expect([sendAt, agreedAt]).to.deep.equal(['2026-11-23T09:00:00.000Z', '2026-11-23T09:59:00.000Z']);
    });

    it('is offered to somebody without a telephone too, and not for a running conversation', async () => {
      const { element, store } = await agree('2026-11-24T10:15');
      find(element, '#without-0').click();
      await element.updateComplete;
      expect(help(element, 'agreedAt')).not.to.include('ms’en');
      await press(element, 'Lav invitation');
      expect(requestOf(store)?.agreedAt).to.equal('2026-11-24T09:15:00.000Z');
      element.visit = 'visit-9';
      await element.updateComplete;
      expect(element.renderRoot.querySelector('#agreedAt-on')).to.equal(null);
      element.visit = undefined;
      await element.updateComplete;
      expect(control(element, '#agreedAt-on').checked, 'nor kept from before').to.equal(false);
    });

    it('goes back to the time that the server refused', async () => {
      const { element, store } = await agree('2026-11-24T10:15');
      await press(element, 'Tjek numre');
      await show(element, store, ready({ failure: { code: 'request-invalid', fields: ['/agreedAt'] } }));
      await waitUntil(() => focused(element)?.id === 'agreedAt');
    });
  });
});
