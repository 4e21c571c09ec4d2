// What a clinic with 300 waiting is told, as the server tells it: the one visit that has changed.

/** Official test persons. */
const persons = [
  ['2512489996', 'Nancy Ann Berggren'],
  ['0504909995', 'Magnus'],
  ['2509479989', 'Bruno Elmer'],
  ['0201609995', 'Einer'],
  ['0108629996', 'May Moberg'],
  ['3001749995', 'Niels Vendelboe'],
  ['2103009996', 'Kaja Hansen'],
];
const origins = ['care-app', 'citizen-app', 'care-app-without-cpr', 'sms'];
const begun = Date.now();
let made = 0;

export const clinic = {
  id: 'clinic',
  ydernummer: '012345',
  name: 'Lægehuset Testby',
  address: 'Testvej 1',
  open: true,
};

const visitOf = (number) => {
  const [cpr, name] = persons[number % persons.length];
  return {
    view: 'clinic',
    id: `visit-${number}`,
    clinicId: clinic.id,
    kind: 'consultation',
    origin: origins[number % origins.length],
    test: false,
    state: 'waiting',
    arrivedAt: new Date(begun - 3_600_000 + number * 10_000).toISOString(),
    presence: 'online',
    participants: [
      { id: `p-${number}`, role: 'care-staff', name: 'SOSU Test Holm', present: 'device', admitted: true },
    ],
    citizen: number % 4 === 2 ? { name } : { cpr, name },
    reason: `Årsag ${number}: sår på venstre skinneben`,
    municipality: '29189846',
    area: 'care-home',
    jobTitle: 'SOSU-assistent',
    consented: true,
  };
};

/** A queue that changes, and says what a server would push of it. */
export const createQueue = (length) => {
  let waiting = Array.from({ length }, () => visitOf(made++));
  const told = (visit) => [{ type: 'visit', visit }];
  const changed = (index, change) => {
    const visit = { ...waiting[index], ...change };
    waiting = waiting.with(index, visit);
    return visit;
  };
  return {
    snapshot: () => ({ type: 'snapshot', clinic, visits: waiting, invites: [] }),
    /** Somebody comes, last in the queue. */
    join() {
      const visit = visitOf(made++);
      waiting = [...waiting, visit];
      return { kind: 'join', events: told(visit), text: visit.reason };
    },
    /** The first leaves, and all others move up. */
    leave() {
      const [first, ...rest] = waiting;
      waiting = rest;
      return {
        kind: 'leave',
        events: told({ ...first, state: 'left', endedAt: new Date().toISOString() }),
        gone: first.reason,
      };
    },
    /** Somebody further down puts the tablet away, or takes it up. */
    presence(index) {
      const away = waiting[index].presence === 'online';
      const { awaySince: _awaySince, ...visit } = waiting[index];
      waiting = waiting.with(index, visit);
      const change = away
        ? { presence: 'away', awaySince: new Date().toISOString() }
        : { presence: 'online' };
      return { kind: 'presence', index, away, events: told(changed(index, change)) };
    },
  };
};
