import type { Clinic } from '@venterum/contract';

/** The clinics of the demo. Their names and provider numbers are invented. */
export const clinics: readonly Clinic[] = [
  {
    id: 'laegehuset-testby',
    ydernummer: '012345',
    name: 'Lægehuset Testby',
    address: 'Testvej 1, 9999 Testby',
    opening: { open: true },
    support: { name: 'Klinikkens sekretær', phone: '+4598765432' },
  },
  {
    id: 'laegerne-proevestrand',
    ydernummer: '054321',
    name: 'Lægerne Prøvestrand',
    address: 'Strandvej 2, 9998 Prøvestrand',
    opening: { open: true },
  },
  {
    id: 'klinikken-lukket',
    ydernummer: '067890',
    name: 'Klinikken ved Søen',
    address: 'Søvej 3, 9997 Søby',
    opening: { open: false, message: 'Vi har åbent for video kl. 9-12.', phone: '+4598765433' },
  },
];

/** Which clinic is whose own, by CPR number: official test persons only. */
export const ownClinics: Readonly<Record<string, string>> = {
  '2512489996': 'laegehuset-testby',
  '2509479989': 'laegehuset-testby',
  '0108629996': 'laegehuset-testby',
  '3001749995': 'laegehuset-testby',
  '2103009996': 'laegehuset-testby',
  '0504909995': 'laegehuset-testby',
  '0201609995': 'laegerne-proevestrand',
  '2911829996': 'klinikken-lukket',
};
