import { expect } from '@open-wc/testing';
import { formatMoment } from '../shared/format.ts';
import { now, states } from './queue-join.fixtures.test.ts';
import { begin, words } from './queue-join.page.test.ts';
import { waitUntil } from '../shared/wait-until.fixtures.test.ts';

/** A time of the day in the words and the time zone of this browser. */
const at = (minutes: number): string =>
  formatMoment(new Date(Date.parse(now) + minutes * 60_000).toISOString(), 'da', Date.parse(now));

describe('<queue-join>', () => {
  describe('each step says what is so and what to do', () => {
    const expected: Readonly<Record<keyof typeof states, readonly string[]>> = {
      starting: ['Vi åbner for video'],
      'signed-out': ['Log ind for at tale med lægen', 'Log ind med kommunens login', 'Log ind med MitID'],
      'signed-out-failed': ['Du blev ikke logget ind. Prøv igen'],
      'signing-in': ['Log ind i vinduet, der er åbnet', 'Prøv igen'],
      'who-cpr': ['Borgerens CPR-nummer', 'Find læge', 'Uden CPR: find klinik'],
      'who-cpr-unknown': ['Vi kan ikke finde borgerens egen læge'],
      'who-clinic': ['Navn, adresse eller ydernummer', 'Med CPR: find egen læge'],
      'who-clinic-found': ['2 klinikker fundet', 'Åben for video', 'Lukket for video'],
      'who-clinic-none': ['Ingen klinik passer'],
      closed: [
        'Lægehuset Torvet har lukket for video',
        'mandag til fredag kl. 9-12',
        `Der åbner ${at(18.5 * 60)}.`,
        'Ring 86 12 34 56',
      ],
      'closed-silent': ['Man kan kun stille sig i kø, når klinikken har åbent'],
      ready: ['Nancy Ann Berggren', '251248-••••', 'Lægehuset Torvet', '52 af 280 tegn', 'Stil borger i kø'],
      'ready-self': ['Stil dig i kø', 'forsinket ca. 15 min.', 'Aftalt tid'],
      'ready-without-cpr': ['Årsag til henvendelsen (skal udfyldes)', 'Stil borger i kø'],
      'ready-failed': ['Der er ingen forbindelse. Det, du har skrevet, er her stadig.'],
      joining: ['Stiller i kø …'],
      'joining-recording': ['Gemmer samtykket …'],
      waiting: [
        'Du er nummer 2',
        `i køen hos Lægehuset Torvet siden ${at(-5)}`,
        'Forventet ventetid 10-20 min.',
        'Du kan godt arbejde videre. Vi kalder med lyd.',
      ],
      'waiting-late': ['forsinket ca. 15 min.', 'Aftalt tid', 'Du har din plads endnu, og vi kalder igen'],
      'waiting-self': ['Bliv på siden. Vi kalder med lyd.'],
      'waiting-door': ['Du venter uden for samtalen', 'Indtil da kan ingen se eller høre dig.'],
      'waiting-away': [`ikke kunnet nå enheden siden ${at(-2)}. Pladsen holdes til ${at(13)}.`],
      'waiting-closed': [
        'Klinikken har lukket for video.',
        'Du har din plads endnu',
        'Ring 86 12 34 56',
        'Klinikken skriver: Lægen er kaldt ud',
      ],
      'waiting-moved': ['Lægehuset Torvet har sendt dig videre til Lægerne ved Åen.', 'Du er nummer 2'],
      'waiting-message': ['Klinikken skriver: Tag gerne temperaturen'],
      'waiting-offline': [
        `Forbindelsen er væk siden ${at(-2)}. Pladsen holdes til ${at(13)}.`,
        'Vi prøver igen.',
      ],
      'waiting-session-ending': ['Du bliver logget af om 30 sekunder.', 'Bliv logget ind'],
      'waiting-test': ['Prøveopkald', 'Du er i køen', 'Ventetiden er ikke kendt endnu'],
      called: ['Lægen er klar', 'Læge Test Lund', 'læge, Lægehuset Torvet', 'Gå til lægen'],
      'called-elsewhere': ['i gang et andet sted', 'Gå til lægen'],
      'in-call': ['Videokonsultation'],
      ended: ['Samtalen er slut', 'Til journalen', 'videokonsultation', '12 min.'],
      'ended-self': ['Samtalen er slut'],
      'moved-to-phone': ['Lægen fortsætter på telefon'],
      'moved-to-visit': ['Klinikken aftaler en tid'],
      'technical-failure': ['Videoen virkede ikke', 'Stil i kø igen', 'Ring 86 12 34 56'],
      'no-show': ['Lægen fik ikke fat i dig', 'Stil i kø igen', 'Ring 86 12 34 56'],
      left: ['Du har forladt køen', 'Stil i kø igen'],
      removed: ['Klinikken skriver:', 'Ring til os. Det skal ses i klinikken i dag.', 'Ring 86 12 34 56'],
      expired: ['Din plads i køen er udløbet', 'Stil i kø igen'],
      'session-ended': ['Du er logget af, fordi siden ikke blev brugt', 'Log ind igen'],
      unavailable: [`Serveren svarer ikke. Vi har prøvet siden ${at(-2)}`, 'Prøv igen'],
      refused: ['Video kan ikke åbnes', 'Login blev afvist.', 'Prøv igen'],
    };
    for (const [name, texts] of Object.entries(expected)) {
      it(name, async () => {
        const { element } = await begin(states[name as keyof typeof states]);
        for (const text of texts)
          await waitUntil(() => words(element).includes(text), `"${text}" in: ${words(element)}`);
        expect(words(element)).to.include('70 12 34 56', 'support is on every screen');
      });
    }
  });

  for (const name of ['closed', 'waiting-closed', 'technical-failure', 'left', 'removed'] as const)
    it(`gives the clinic’s telephone a thumb’s room: ${name}`, async () => {
      const { element } = await begin(states[name]);
      const phone = '[href="tel:+4586123456"]';
      await waitUntil(() => element.renderRoot.querySelector(phone) !== null, words(element));
      expect(element.renderRoot.querySelector(phone)?.getBoundingClientRect().height).to.be.at.least(44);
    });
});
