import type { DemoAddresses } from './demo.ts';

/** What somebody who just started the demo needs to see: where to go, and what to try first. */
export const greeting = ({ server, hostPages }: DemoAddresses): string =>
  [
    '',
    `Venterum kører. Åbn ${hostPages}  (Venterum is running: open this address)`,
    '',
    `  Lægesystemet            practice system      ${hostPages}practice-system/`,
    `  Omsorgsjournal, tablet  care record, tablet  ${hostPages}eoj/`,
    `  Borgerens egen telefon  citizen's own phone  ${hostPages}citizen/`,
    `  Telefonen med sms'er    phone that gets SMS  ${hostPages}phone/`,
    `  Det hele uden server    without a backend    ${hostPages}no-backend/`,
    `  Serverens API           docs                 ${server}docs`,
    '',
    'Prøv: Log ind i omsorgsjournalen, åbn Nancy, tryk "Video med læge", og stil hende i kø. Kald hende ind fra lægesystemet.',
    'Try:  log in to the care record, open Nancy, tap "Video med læge" and join the queue. Then call her from the practice system.',
    '',
    'Ctrl-C stopper det hele. (Ctrl-C stops everything.)',
    '',
  ].join('\n');
