/** Official Danish test persons; a real care journal has its own list. */
export const residents = [
  {
    name: 'Nancy Ann Berggren',
    cpr: '2512489996',
    home: 'Bolig 4',
    reason: 'Sår på venstre ankel, rødt og varmt omkring.',
    tasks: ['Sårpleje kl. 10', 'Støttestrømper på', 'Tilbyd væske'],
    observations: ['Sårkanten er rødere end i går. Ingen feber.', 'Sov godt i nat.'],
  },
  {
    name: 'Bruno Elmer',
    cpr: '2509479989',
    home: 'Bolig 7',
    reason: 'Mere åndenød end sædvanligt.',
    tasks: ['Inhalation kl. 9', 'Mål iltmætning'],
    observations: ['Iltmætning 91 %. Træt efter bad.'],
  },
  {
    name: 'May Moberg',
    cpr: '0108629996',
    home: 'Bolig 9',
    reason: 'Blodsukker svinger.',
    tasks: ['Blodsukker før frokost', 'Insulin kl. 12'],
    observations: ['Blodsukker 14,2 kl. 8.'],
  },
  {
    name: 'Niels Vendelboe',
    cpr: '3001749995',
    home: 'Bolig 11',
    reason: 'Spørgsmål om ny medicin.',
    tasks: ['Medicin kl. 8 givet', 'Gåtur'],
    observations: ['Lidt svimmel ved opstart.'],
  },
];
