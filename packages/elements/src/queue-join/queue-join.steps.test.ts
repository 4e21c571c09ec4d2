import { expect } from '@open-wc/testing';
import { states } from './queue-join.fixtures.test.ts';
import { begin, words } from './queue-join.page.test.ts';

describe('<queue-join>', () => {
  describe('each step says what is so and what to do', () => {
    const expected: Readonly<Record<keyof typeof states, readonly string[]>> = {
      starting: ['Vi åbner for video'],
      'signed-out': ['Log ind for at tale med lægen', 'Log ind med kommunens login', 'Log ind med MitID'],
      'signed-out-failed': ['Du blev ikke logget ind. Prøv igen'],
      'signing-in': ['Log ind i vinduet, der er åbnet', 'Prøv igen'],
      invited: ['Dit fornavn', 'Gå ind i venteværelset'],
      redeeming: ['Åbner venteværelset …'],
      'invited-failed': ['Linket virker ikke længere. Bed klinikken om et nyt.'],
      'who-cpr': ['Borgerens CPR-nummer', 'Find læge', 'Uden CPR: find klinik'],
      'who-cpr-unknown': ['Vi kan ikke finde borgerens egen læge'],
      'who-clinic': ['Navn, adresse eller ydernummer', 'Med CPR: find egen læge'],
      'who-clinic-found': ['2 klinikker fundet', 'Åben for video', 'Lukket for video'],
      'who-clinic-none': ['Ingen klinik passer'],
      closed: ['Lægehuset Torvet har lukket for video', 'mandag til fredag kl. 9-12', 'Ring 86 12 34 56'],
      'closed-silent': ['Man kan kun stille sig i kø, når klinikken har åbent'],
      ready: ['Nancy Ann Berggren', '251248-••••', 'Lægehuset Torvet', '52 af 280 tegn', 'Stil borger i kø'],
      'ready-self': ['Stil dig i kø', 'forsinket ca. 15 min.', 'Aftalt tid'],
      'ready-without-cpr': ['Årsag til henvendelsen (skal udfyldes)', 'Stil borger i kø'],
      'ready-failed': ['Der er ingen forbindelse. Det, du har skrevet, er her stadig.'],
      joining: ['Stiller i kø …'],
      waiting: [
        'Du er nummer 2',
        'Forventet ventetid 10-20 min.',
        'Du kan godt arbejde videre. Vi kalder med lyd.',
      ],
      'waiting-late': ['forsinket ca. 15 min.', 'Aftalt tid', 'Du har din plads endnu'],
      'waiting-self': ['Bliv på siden. Vi kalder med lyd.'],
      'waiting-away': ['Din plads holdes i 15 minutter'],
      'waiting-offline': ['Forbindelsen er væk siden', 'Vi prøver igen af os selv'],
      'waiting-session-ending': ['Du bliver logget af om 30 sekunder.', 'Bliv logget ind'],
      'waiting-test': ['Prøveopkald', 'Du er i køen', 'Ventetiden er ikke kendt endnu'],
      called: ['Lægen er klar', 'Læge Test Lund', 'læge, Lægehuset Torvet', 'Gå til lægen'],
      'in-call': ['Videokonsultation'],
      ended: ['Samtalen er slut', 'Til journalen', 'videokonsultation', '12 min.'],
      'ended-self': ['Samtalen er slut'],
      'moved-to-phone': ['Lægen fortsætter på telefon'],
      'moved-to-visit': ['Klinikken aftaler en tid'],
      'technical-failure': ['Videoen virkede ikke'],
      'no-show': ['Lægen fik ikke fat i dig'],
      left: ['Du har forladt køen'],
      removed: ['Klinikken skriver:', 'Ring til os. Det skal ses i klinikken i dag.', 'Ring 86 12 34 56'],
      expired: ['Din plads i køen er udløbet'],
      'session-ended': ['Du er logget af, fordi siden ikke blev brugt', 'Log ind igen'],
      unavailable: ['Serveren svarer ikke', 'Prøv igen'],
    };
    for (const [name, texts] of Object.entries(expected)) {
      it(name, async () => {
        const { element } = await begin(states[name as keyof typeof states]);
        for (const text of texts) expect(words(element)).to.include(text);
        expect(words(element)).to.include('70 12 34 56', 'support is on every screen');
      });
    }
  });
});
