/** Somebody who can log in with one tap in the demo. */
export interface TestPerson {
  /** Account id within the issuer. */
  readonly id: string;
  readonly name: string;
  /** What the button says below the name, in Danish. */
  readonly note: string;
  /** What the issuer says about them. */
  readonly claims: Readonly<Record<string, unknown>>;
}

const loa = 'Substantial';

const staff = (
  id: string,
  name: string,
  about: { role: string; note: string; ydernummer: string[]; authorisation?: string },
): TestPerson => ({
  id,
  name,
  note: about.note,
  claims: {
    name,
    role: about.role,
    ydernummer: about.ydernummer,
    authorisation_id: about.authorisation,
    loa,
  },
});

/** Who works in the demo's clinics. The names are invented. */
export const clinicStaff: readonly TestPerson[] = [
  staff('laege-lund', 'Læge Test Lund', {
    role: 'laege',
    note: 'Læge, Lægehuset Testby',
    ydernummer: ['012345'],
    authorisation: 'TEST1',
  }),
  staff('laege-holm', 'Læge Test Holm', {
    role: 'laege',
    note: 'Læge, Lægehuset Testby',
    ydernummer: ['012345'],
    authorisation: 'TEST2',
  }),
  staff('sygeplejerske-eng', 'Sygeplejerske Test Eng', {
    role: 'sygeplejerske',
    note: 'Klinikpersonale, Lægehuset Testby',
    ydernummer: ['012345'],
    authorisation: 'TEST3',
  }),
  staff('sekretaer-berg', 'Sekretær Test Berg', {
    role: 'sekretaer',
    note: 'Klinikpersonale, Lægehuset Testby',
    ydernummer: ['012345'],
  }),
  staff('chef-dal', 'Praksischef Test Dal', {
    role: 'praksischef',
    note: 'Leder, Lægehuset Testby',
    ydernummer: ['012345'],
  }),
  staff('vikar-krog', 'Vikarlæge Test Krog', {
    role: 'laege',
    note: 'Læge, på ingen kliniks liste endnu',
    ydernummer: [],
  }),
  staff('laege-strand', 'Læge Test Strand', {
    role: 'laege',
    note: 'Læge, Lægerne Prøvestrand',
    ydernummer: ['054321'],
  }),
  staff('laege-soe', 'Læge Test Sø', {
    role: 'laege',
    note: 'Læge, Klinikken ved Søen',
    ydernummer: ['067890'],
  }),
];

/** The demo's municipality. Name and CVR number are invented. */
export const municipality = { cvr: '12345678', name: 'Testby Kommune' } as const;

const employee = (
  id: string,
  name: string,
  about: { jobTitle: string; area: string; note: string },
): TestPerson => ({
  id,
  name,
  note: about.note,
  claims: {
    name,
    cvr: municipality.cvr,
    org_name: municipality.name,
    job_title: about.jobTitle,
    area: about.area,
    loa,
  },
});

/** Who works for the demo's municipality. The names are invented. */
export const municipalEmployees: readonly TestPerson[] = [
  employee('sosu-holm', 'SOSU-assistent Test Holm', {
    jobTitle: 'SOSU-assistent',
    area: 'plejehjem',
    note: 'Plejehjemmet Testgården',
  }),
  employee('sosu-bak', 'SOSU-hjælper Test Bak', {
    jobTitle: 'SOSU-hjælper',
    area: 'plejehjem',
    note: 'Plejehjemmet Testgården',
  }),
  employee('sygeplejerske-vang', 'Sygeplejerske Test Vang', {
    jobTitle: 'Sygeplejerske',
    area: 'hjemmesygepleje',
    note: 'Hjemmesygeplejen',
  }),
  employee('sygeplejerske-krat', 'Akutsygeplejerske Test Krat', {
    jobTitle: 'Sygeplejerske',
    area: 'akutfunktion',
    note: 'Akutfunktionen',
  }),
  employee('paedagog-mark', 'Pædagog Test Mark', {
    jobTitle: 'Socialpædagog',
    area: 'botilbud',
    note: 'Botilbuddet Testvej',
  }),
];

const citizen = (cpr: string, name: string): TestPerson => ({
  id: `citizen-${cpr}`,
  name,
  note: `Officiel testperson, ${cpr.slice(0, 6)}-${cpr.slice(6)}`,
  claims: { name, cpr, identity_type: 'private', loa },
});

/** Official Danish test persons (MedCom). */
export const citizens: readonly TestPerson[] = [
  citizen('2512489996', 'Nancy Ann Berggren'),
  citizen('0108629996', 'May Moberg'),
  citizen('2509479989', 'Bruno Elmer'),
  citizen('3001749995', 'Niels Vendelboe'),
  citizen('2103009996', 'Kaja Hansen'),
  citizen('0504909995', 'Magnus Testpatient'),
  citizen('0201609995', 'Einer Testpatient'),
];
