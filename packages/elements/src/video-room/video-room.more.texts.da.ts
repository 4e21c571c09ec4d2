/** Danish words of what lies behind `Mere`. */
export const moreDa = {
  shareScreen: 'Del skærm',
  small: 'Vis oven på andre vinduer',
  smallBack: 'Tilbage til samtalen',
  minimise: 'Gør lille',
  people: 'I samtalen',
  spotlight: 'Vis stort',
  spotlightAll: 'Vis stort for alle',
  spotlightSigner: 'Vis tegnsprog for alle',
  spotlightEnd: 'Vis alle ens',
  sendOut: 'Send ud',
  onPerson: '{what}: {name}',
  compare: 'Tjek at ingen lytter med',
  compareEnd: 'Skjul ordene',
  compareWith: 'Ord til {name}',
  compareNext:
    'Læs de tre ord højt for hinanden. Er de ens, lytter ingen med. Er de forskellige, så læg på og ring i stedet.',
  compareNone: 'Der er ingen ord at sammenligne endnu.',
  devices: 'Kamera og mikrofon',
};
