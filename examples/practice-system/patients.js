/** Official Danish test persons; a real practice system has its own list. */
export const patients = [
  { time: '08.40', name: 'Kirsten Testpatient', cpr: '2911829996', notes: ['Blodtryk kontrolleret.'] },
  {
    time: '09.00',
    name: 'Nancy Ann Berggren',
    cpr: '2512489996',
    notes: ['Sår på venstre ankel. Aftalt video i dag.'],
  },
  { time: '09.20', name: 'Bruno Elmer', cpr: '2509479989', notes: ['KOL. Ny inhalator.'] },
  { time: '09.40', name: 'May Moberg', cpr: '0108629996', notes: ['Årskontrol diabetes.'] },
  { time: '10.00', name: 'Einer Testpatient', cpr: '0201609995', notes: ['Udslæt på underarm.'] },
  { time: '10.20', name: 'Niels Vendelboe', cpr: '3001749995', notes: ['Opfølgning på medicin.'] },
  { time: '10.40', name: 'Kaja Hansen', cpr: '2103009996', notes: ['Recept.'] },
  { time: '11.00', name: 'Magnus Testpatient', cpr: '0504909995', notes: ['Rygsmerter.'] },
];
