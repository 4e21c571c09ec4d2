/* @web/test-runner snapshot v1 */
export const snapshots = {};

snapshots["warming up"] = 
`region "Videosamtale"
  StaticText "Også i rummet: Nancy Ann Berggren (borger)"
  StaticText "Gør video klar"
  StaticText "Det tager et øjeblik. Så ser I hinanden."
  StaticText "Dig"
  button "Flyt dit billede til et andet hjørne"
  button "Slå lyd fra"
  button "Sluk kamera"
  button "Mere" expanded=false
  button "Forlad samtalen"`;
/* end snapshot warming up */

snapshots["asking"] = 
`region "Videosamtale"
  StaticText "Også i rummet: Nancy Ann Berggren (borger)"
  StaticText "Gør video klar"
  StaticText "Browseren spørger, om den må bruge kamera og mikrofon. Tryk Tillad."
  StaticText "Du: intet billede"
  button "Flyt dit billede til et andet hjørne"
  button "Slå lyd fra"
  button "Sluk kamera"
  button "Mere" expanded=false
  button "Forlad samtalen"`;
/* end snapshot asking */

snapshots["connecting"] = 
`region "Videosamtale"
  StaticText "Også i rummet: Nancy Ann Berggren (borger)"
  StaticText "Forbinder"
  StaticText "Det tager sjældent mere end 10 sekunder."
  StaticText "Dig"
  button "Flyt dit billede til et andet hjørne"
  button "Slå lyd fra"
  button "Sluk kamera"
  button "Mere" expanded=false
  button "Forlad samtalen"`;
/* end snapshot connecting */

snapshots["alone, joiner"] = 
`region "Videosamtale"
  StaticText "Også i rummet: Nancy Ann Berggren (borger)"
  StaticText "Du er i rummet"
  StaticText "Lægerne Test Torv er ikke kommet endnu. Bliv her, så kommer billedet af sig selv."
  StaticText "Dig"
  button "Flyt dit billede til et andet hjørne"
  button "Slå lyd fra"
  button "Sluk kamera"
  button "Mere" expanded=false
  button "Forlad samtalen"`;
/* end snapshot alone, joiner */

snapshots["alone, clinic"] = 
`region "Videosamtale"
  StaticText "Også i rummet: Nancy Ann Berggren (borger)"
  StaticText "Du er i rummet"
  StaticText "Der er ringet op til Sosu Test Holm. Billedet kommer, når der bliver svaret."
  StaticText "Dig"
  button "Flyt dit billede til et andet hjørne"
  button "Slå lyd fra"
  button "Sluk kamera"
  button "Mere" expanded=false
  button "Afslut samtalen"`;
/* end snapshot alone, clinic */

snapshots["alone again"] = 
`region "Videosamtale"
  StaticText "1:00"
  StaticText "Også i rummet: Nancy Ann Berggren (borger)"
  StaticText "Den anden side er væk lige nu"
  StaticText "Bliv her, så kommer billedet af sig selv."
  StaticText "Dig"
  button "Flyt dit billede til et andet hjørne"
  button "Slå lyd fra"
  button "Sluk kamera"
  button "Mere" expanded=false
  button "Forlad samtalen"`;
/* end snapshot alone again */

snapshots["two"] = 
`region "Videosamtale"
  StaticText "1:00"
  StaticText "Også i rummet: Nancy Ann Berggren (borger)"
  StaticText "Læge Test Lund"
  StaticText " "
  StaticText "læge, Lægerne Test Torv"
  StaticText "Dig"
  button "Flyt dit billede til et andet hjørne"
  button "Slå lyd fra"
  button "Sluk kamera"
  button "Mere" expanded=false
  button "Forlad samtalen"`;
/* end snapshot two */

snapshots["two, clinic"] = 
`region "Videosamtale"
  StaticText "1:00"
  StaticText "Også i rummet: Nancy Ann Berggren (borger)"
  StaticText "Sosu Test Holm"
  StaticText " "
  StaticText "medarbejder"
  StaticText "Dig"
  button "Flyt dit billede til et andet hjørne"
  button "Slå lyd fra"
  button "Sluk kamera"
  button "Mere" expanded=false
  button "Afslut samtalen"`;
/* end snapshot two, clinic */

snapshots["three"] = 
`region "Videosamtale"
  StaticText "1:00"
  StaticText "Også i rummet: Nancy Ann Berggren (borger)"
  StaticText "Sosu Test Holm"
  StaticText " "
  StaticText "medarbejder"
  StaticText "Bruno Elmer"
  StaticText " "
  StaticText "pårørende"
  StaticText "Dig"
  button "Flyt dit billede til et andet hjørne"
  button "Slå lyd fra"
  button "Sluk kamera"
  button "Mere" expanded=false
  button "Afslut samtalen"`;
/* end snapshot three */

snapshots["four"] = 
`region "Videosamtale"
  StaticText "1:00"
  StaticText "Også i rummet: Nancy Ann Berggren (borger)"
  StaticText "Sosu Test Holm"
  StaticText " "
  StaticText "medarbejder"
  StaticText "Bruno Elmer"
  StaticText " "
  StaticText "pårørende"
  StaticText "Kaja Hansen"
  StaticText " "
  StaticText "tolk"
  StaticText "Dig"
  button "Flyt dit billede til et andet hjørne"
  button "Slå lyd fra"
  button "Sluk kamera"
  button "Mere" expanded=false
  button "Afslut samtalen"`;
/* end snapshot four */

snapshots["five"] = 
`region "Videosamtale"
  StaticText "1:00"
  StaticText "Også i rummet: Nancy Ann Berggren (borger)"
  StaticText "Sosu Test Holm"
  StaticText " "
  StaticText "medarbejder"
  StaticText "Bruno Elmer"
  StaticText " "
  StaticText "pårørende"
  StaticText "Kaja Hansen"
  StaticText " "
  StaticText "tolk"
  StaticText "May Moberg"
  StaticText " "
  StaticText "pårørende"
  StaticText "Dig"
  button "Flyt dit billede til et andet hjørne"
  button "Slå lyd fra"
  button "Sluk kamera"
  button "Mere" expanded=false
  button "Afslut samtalen"`;
/* end snapshot five */

snapshots["six"] = 
`region "Videosamtale"
  StaticText "1:00"
  StaticText "Også i rummet: Nancy Ann Berggren (borger)"
  StaticText "Sosu Test Holm"
  StaticText " "
  StaticText "medarbejder"
  StaticText "Bruno Elmer"
  StaticText " "
  StaticText "pårørende"
  StaticText "Kaja Hansen"
  StaticText " "
  StaticText "tolk"
  StaticText "May Moberg"
  StaticText " "
  StaticText "pårørende"
  StaticText "Anden deltager"
  StaticText "Dig"
  button "Flyt dit billede til et andet hjørne"
  button "Slå lyd fra"
  button "Sluk kamera"
  button "Mere" expanded=false
  button "Afslut samtalen"`;
/* end snapshot six */

snapshots["six, joiner"] = 
`region "Videosamtale"
  StaticText "1:00"
  StaticText "Også i rummet: Nancy Ann Berggren (borger)"
  StaticText "Læge Test Lund"
  StaticText " "
  StaticText "læge, Lægerne Test Torv"
  StaticText "Bruno Elmer"
  StaticText " "
  StaticText "pårørende"
  StaticText "Kaja Hansen"
  StaticText " "
  StaticText "tolk"
  StaticText "taler"
  StaticText "May Moberg"
  StaticText " "
  StaticText "pårørende"
  StaticText "Svag forbindelse"
  StaticText "Anden deltager"
  StaticText "Dig"
  button "Flyt dit billede til et andet hjørne"
  button "Slå lyd fra"
  button "Sluk kamera"
  button "Mere" expanded=false
  button "Forlad samtalen"`;
/* end snapshot six, joiner */

snapshots["speaking"] = 
`region "Videosamtale"
  StaticText "1:00"
  StaticText "Også i rummet: Nancy Ann Berggren (borger)"
  StaticText "Læge Test Lund"
  StaticText " "
  StaticText "læge, Lægerne Test Torv"
  StaticText "taler"
  StaticText "Dig"
  button "Flyt dit billede til et andet hjørne"
  button "Slå lyd fra"
  button "Sluk kamera"
  button "Mere" expanded=false
  button "Forlad samtalen"`;
/* end snapshot speaking */

snapshots["signer shown to all"] = 
`region "Videosamtale"
  StaticText "1:00"
  StaticText "Også i rummet: Nancy Ann Berggren (borger)"
  StaticText "Sosu Test Holm"
  StaticText " "
  StaticText "medarbejder"
  StaticText "Bruno Elmer"
  StaticText " "
  StaticText "pårørende"
  StaticText "Kaja Hansen"
  StaticText " "
  StaticText "tolk"
  StaticText "taler tegnsprog"
  StaticText "Dig"
  button "Flyt dit billede til et andet hjørne"
  button "Slå lyd fra"
  button "Sluk kamera"
  button "Mere" expanded=false
  button "Afslut samtalen"`;
/* end snapshot signer shown to all */

snapshots["their screen"] = 
`region "Videosamtale"
  StaticText "1:00"
  StaticText "Også i rummet: Nancy Ann Berggren (borger)"
  StaticText "Læge Test Lund"
  StaticText " "
  StaticText "læge, Lægerne Test Torv, deler skærm"
  StaticText "Bruno Elmer"
  StaticText " "
  StaticText "pårørende"
  StaticText "Dig"
  button "Flyt dit billede til et andet hjørne"
  button "Slå lyd fra"
  button "Sluk kamera"
  button "Mere" expanded=false
  button "Forlad samtalen"`;
/* end snapshot their screen */

snapshots["own screen"] = 
`region "Videosamtale"
  StaticText "1:00"
  StaticText "Også i rummet: Nancy Ann Berggren (borger)"
  StaticText "Sosu Test Holm"
  StaticText " "
  StaticText "medarbejder"
  StaticText "De andre ser din skærm"
  button "Flyt dit billede til et andet hjørne"
  StaticText "Du deler din skærm. De andre ser den i stedet for dig."
  button "Stop deling"
  button "Slå lyd fra"
  button "Sluk kamera"
  button "Mere" expanded=false
  button "Afslut samtalen"`;
/* end snapshot own screen */

snapshots["safety words"] = 
`region "Videosamtale"
  StaticText "1:00"
  StaticText "Også i rummet: Nancy Ann Berggren (borger)"
  StaticText "Læge Test Lund"
  StaticText " "
  StaticText "læge, Lægerne Test Torv"
  StaticText "Dig"
  button "Flyt dit billede til et andet hjørne"
  button "Slå lyd fra"
  button "Sluk kamera"
  button "Mere" expanded=false
  button "Forlad samtalen"`;
/* end snapshot safety words */

snapshots["outside"] = 
`region "Videosamtale"
  StaticText "Også i rummet: Nancy Ann Berggren (borger)"
  StaticText "Du venter uden for samtalen"
  StaticText "Lægerne Test Torv lukker dig ind. Indtil da kan ingen se eller høre dig."
  StaticText "Dig"
  button "Flyt dit billede til et andet hjørne"
  button "Slå lyd fra"
  button "Sluk kamera"
  button "Mere" expanded=false
  button "Forlad samtalen"`;
/* end snapshot outside */

snapshots["sent out"] = 
`region "Videosamtale"
  StaticText "Også i rummet: Nancy Ann Berggren (borger)"
  StaticText "Du er sendt ud af samtalen"
  StaticText "Ingen kan se eller høre dig. Du kommer ind igen, når Lægerne Test Torv lukker op."
  StaticText "Dig"
  button "Flyt dit billede til et andet hjørne"
  button "Slå lyd fra"
  button "Sluk kamera"
  button "Mere" expanded=false
  button "Forlad samtalen"`;
/* end snapshot sent out */

snapshots["at the door"] = 
`region "Videosamtale"
  heading "Venter på at komme ind" level=3
  StaticText "Bruno Elmer (pårørende)"
  button "Luk ind: Bruno Elmer"
  button "Lad vente: Bruno Elmer"
  StaticText "1:00"
  StaticText "Også i rummet: Nancy Ann Berggren (borger)"
  StaticText "Sosu Test Holm"
  StaticText " "
  StaticText "medarbejder"
  StaticText "Dig"
  button "Flyt dit billede til et andet hjørne"
  button "Slå lyd fra"
  button "Sluk kamera"
  button "Mere" expanded=false
  button "Afslut samtalen"`;
/* end snapshot at the door */

snapshots["two at the door"] = 
`region "Videosamtale"
  heading "Venter på at komme ind" level=3
  StaticText "Bruno Elmer (pårørende)"
  button "Luk ind: Bruno Elmer"
  button "Lad vente: Bruno Elmer"
  StaticText "Kaja Hansen (tolk)"
  button "Luk ind: Kaja Hansen"
  button "Lad vente: Kaja Hansen"
  StaticText "1:00"
  StaticText "Også i rummet: Nancy Ann Berggren (borger)"
  StaticText "Sosu Test Holm"
  StaticText " "
  StaticText "medarbejder"
  StaticText "Dig"
  button "Flyt dit billede til et andet hjørne"
  button "Slå lyd fra"
  button "Sluk kamera"
  button "Mere" expanded=false
  button "Afslut samtalen"`;
/* end snapshot two at the door */

snapshots["muted"] = 
`region "Videosamtale"
  StaticText "1:00"
  StaticText "Også i rummet: Nancy Ann Berggren (borger)"
  StaticText "Læge Test Lund"
  StaticText " "
  StaticText "læge, Lægerne Test Torv"
  StaticText "Din lyd er slået fra"
  button "Flyt dit billede til et andet hjørne"
  button "Slå lyd til"
  button "Sluk kamera"
  button "Mere" expanded=false
  button "Forlad samtalen"`;
/* end snapshot muted */

snapshots["camera off"] = 
`region "Videosamtale"
  StaticText "1:00"
  StaticText "Også i rummet: Nancy Ann Berggren (borger)"
  StaticText "Læge Test Lund"
  StaticText " "
  StaticText "læge, Lægerne Test Torv"
  StaticText "Du: kamera slukket"
  button "Flyt dit billede til et andet hjørne"
  button "Slå lyd fra"
  button "Tænd kamera"
  button "Mere" expanded=false
  button "Forlad samtalen"`;
/* end snapshot camera off */

snapshots["their camera off"] = 
`region "Videosamtale"
  StaticText "1:00"
  StaticText "Også i rummet: Nancy Ann Berggren (borger)"
  StaticText "Læge Test Lund"
  StaticText " "
  StaticText "læge, Lægerne Test Torv"
  StaticText "Intet billede. Kameraet er slukket eller væk."
  StaticText "Dig"
  button "Flyt dit billede til et andet hjørne"
  button "Slå lyd fra"
  button "Sluk kamera"
  button "Mere" expanded=false
  button "Forlad samtalen"`;
/* end snapshot their camera off */

snapshots["no sound"] = 
`region "Videosamtale"
  StaticText "1:00"
  StaticText "Også i rummet: Nancy Ann Berggren (borger)"
  StaticText "Læge Test Lund"
  StaticText " "
  StaticText "læge, Lægerne Test Torv"
  StaticText "Der kommer ingen lyd."
  StaticText "Dig"
  button "Flyt dit billede til et andet hjørne"
  button "Slå lyd fra"
  button "Sluk kamera"
  button "Mere" expanded=false
  button "Forlad samtalen"`;
/* end snapshot no sound */

snapshots["stuck, joiner"] = 
`region "Videosamtale"
  StaticText "Også i rummet: Nancy Ann Berggren (borger)"
  StaticText "Lyd og billede kommer ikke igennem"
  StaticText "Der kan ikke laves en sikker forbindelse. Ring til Lægerne Test Torv i stedet. Vi prøver videre imens."
  StaticText "Dig"
  button "Flyt dit billede til et andet hjørne"
  button "Slå lyd fra"
  button "Sluk kamera"
  button "Mere" expanded=false
  button "Forlad samtalen"`;
/* end snapshot stuck, joiner */

snapshots["stuck, clinic"] = 
`region "Videosamtale"
  StaticText "1:00"
  StaticText "Også i rummet: Nancy Ann Berggren (borger)"
  StaticText "Lyd og billede kommer ikke igennem"
  StaticText "Der kan ikke laves en sikker forbindelse. Skift til telefon. Vi prøver videre imens."
  StaticText "Dig"
  button "Flyt dit billede til et andet hjørne"
  button "Slå lyd fra"
  button "Sluk kamera"
  button "Mere" expanded=false
  button "Afslut samtalen"`;
/* end snapshot stuck, clinic */

snapshots["stuck again"] = 
`region "Videosamtale"
  StaticText "1:00"
  StaticText "Også i rummet: Nancy Ann Berggren (borger)"
  StaticText "Læge Test Lund"
  StaticText " "
  StaticText "læge, Lægerne Test Torv"
  StaticText "Lyd og billede kommer ikke igennem"
  StaticText "Der kan ikke laves en sikker forbindelse. Ring til Lægerne Test Torv i stedet. Vi prøver videre imens."
  StaticText "Dig"
  button "Flyt dit billede til et andet hjørne"
  button "Slå lyd fra"
  button "Sluk kamera"
  button "Mere" expanded=false
  button "Forlad samtalen"`;
/* end snapshot stuck again */

snapshots["one of two stuck"] = 
`region "Videosamtale"
  StaticText "1:00"
  StaticText "Også i rummet: Nancy Ann Berggren (borger)"
  StaticText "Sosu Test Holm"
  StaticText " "
  StaticText "medarbejder"
  StaticText "Bruno Elmer"
  StaticText " "
  StaticText "pårørende"
  StaticText "Der er ingen sikker forbindelse. Skift til telefon. Prøver videre …"
  StaticText "Dig"
  button "Flyt dit billede til et andet hjørne"
  button "Slå lyd fra"
  button "Sluk kamera"
  button "Mere" expanded=false
  button "Afslut samtalen"`;
/* end snapshot one of two stuck */

snapshots["weak"] = 
`region "Videosamtale"
  StaticText "1:00"
  StaticText "Også i rummet: Nancy Ann Berggren (borger)"
  StaticText "Læge Test Lund"
  StaticText " "
  StaticText "læge, Lægerne Test Torv"
  StaticText "Forbindelsen er svag. Lyden går forud for billedet."
  StaticText "Dig"
  button "Flyt dit billede til et andet hjørne"
  button "Slå lyd fra"
  button "Sluk kamera"
  button "Mere" expanded=false
  button "Forlad samtalen"`;
/* end snapshot weak */

snapshots["weak here"] = 
`region "Videosamtale"
  StaticText "1:00"
  StaticText "Også i rummet: Nancy Ann Berggren (borger)"
  StaticText "Nettet her er svagt: De andre hører dig, men ser dig ikke lige nu."
  StaticText "Læge Test Lund"
  StaticText " "
  StaticText "læge, Lægerne Test Torv"
  StaticText "Dig"
  button "Flyt dit billede til et andet hjørne"
  button "Slå lyd fra"
  button "Sluk kamera"
  button "Mere" expanded=false
  button "Forlad samtalen"`;
/* end snapshot weak here */

snapshots["weak there"] = 
`region "Videosamtale"
  StaticText "1:00"
  StaticText "Også i rummet: Nancy Ann Berggren (borger)"
  StaticText "Nettet her er svagt: De andre ser et stillbillede af dig."
  StaticText "Læge Test Lund"
  StaticText " "
  StaticText "læge, Lægerne Test Torv"
  StaticText "Nettet hos Læge Test Lund er svagt. Lyden går forud for billedet."
  StaticText "Dig"
  button "Flyt dit billede til et andet hjørne"
  button "Slå lyd fra"
  button "Sluk kamera"
  button "Mere" expanded=false
  button "Forlad samtalen"`;
/* end snapshot weak there */

snapshots["slow device"] = 
`region "Videosamtale"
  StaticText "1:00"
  StaticText "Også i rummet: Nancy Ann Berggren (borger)"
  StaticText "Læge Test Lund"
  StaticText " "
  StaticText "læge, Lægerne Test Torv"
  StaticText "Enheden her kan ikke følge med. Luk andre programmer."
  StaticText "Dig"
  button "Flyt dit billede til et andet hjørne"
  button "Slå lyd fra"
  button "Sluk kamera"
  button "Mere" expanded=false
  button "Forlad samtalen"`;
/* end snapshot slow device */

snapshots["still picture"] = 
`region "Videosamtale"
  StaticText "1:00"
  StaticText "Også i rummet: Nancy Ann Berggren (borger)"
  StaticText "Læge Test Lund"
  StaticText " "
  StaticText "læge, Lægerne Test Torv"
  StaticText "Billedet skifter kun af og til. Lyden går forud."
  StaticText "Dig"
  button "Flyt dit billede til et andet hjørne"
  button "Slå lyd fra"
  button "Sluk kamera"
  button "Mere" expanded=false
  button "Forlad samtalen"`;
/* end snapshot still picture */

snapshots["sound only"] = 
`region "Videosamtale"
  StaticText "1:00"
  StaticText "Også i rummet: Nancy Ann Berggren (borger)"
  StaticText "Læge Test Lund"
  StaticText " "
  StaticText "læge, Lægerne Test Torv"
  StaticText "Kun lyd. Billedet kommer igen, når forbindelsen er bedre."
  StaticText "Dig"
  button "Flyt dit billede til et andet hjørne"
  button "Slå lyd fra"
  button "Sluk kamera"
  button "Mere" expanded=false
  button "Forlad samtalen"`;
/* end snapshot sound only */

snapshots["unsafe"] = 
`region "Videosamtale"
  StaticText "1:00"
  StaticText "Også i rummet: Nancy Ann Berggren (borger)"
  StaticText "Forbindelsen er ikke sikker"
  StaticText "Nogen kan lytte med. Lyd og billede er stoppet. Læg på, og ring i stedet."
  StaticText "Dig"
  button "Flyt dit billede til et andet hjørne"
  button "Slå lyd fra"
  button "Sluk kamera"
  button "Mere" expanded=false
  button "Forlad samtalen"`;
/* end snapshot unsafe */

snapshots["own network gone"] = 
`region "Videosamtale"
  StaticText "1:00"
  StaticText "Også i rummet: Nancy Ann Berggren (borger)"
  StaticText "Læge Test Lund"
  StaticText " "
  StaticText "læge, Lægerne Test Torv"
  StaticText "Forbindelsen er væk siden kl. 14.12"
  StaticText "Nettet her er væk. Tjek wi-fi eller mobilnet. Bliv her. Vi prøver igen af os selv. Kommer den ikke tilbage, så ring i stedet."
  StaticText "Dig"
  button "Flyt dit billede til et andet hjørne"
  button "Slå lyd fra"
  button "Sluk kamera"
  button "Mere" expanded=false
  button "Forlad samtalen"`;
/* end snapshot own network gone */

snapshots["bar"] = 
`region "Videosamtale"
  StaticText "Læge Test Lund"
  StaticText "1:00"
  button "Slå lyd fra"
  button "Vis stort"
  button "Forlad samtalen"`;
/* end snapshot bar */

snapshots["bar, reconnecting"] = 
`region "Videosamtale"
  StaticText "Læge Test Lund"
  StaticText "Forbindelsen er væk siden kl. 14.12"
  button "Slå lyd fra"
  button "Vis stort"
  button "Forlad samtalen"`;
/* end snapshot bar, reconnecting */

snapshots["bar, at the door"] = 
`region "Videosamtale"
  heading "Venter på at komme ind" level=3
  StaticText "Bruno Elmer (pårørende)"
  button "Luk ind: Bruno Elmer"
  button "Lad vente: Bruno Elmer"
  StaticText "Sosu Test Holm, Bruno Elmer"
  StaticText "1:00"
  button "Slå lyd fra"
  button "Vis stort"
  button "Afslut samtalen"`;
/* end snapshot bar, at the door */

snapshots["reconnecting"] = 
`region "Videosamtale"
  StaticText "1:00"
  StaticText "Også i rummet: Nancy Ann Berggren (borger)"
  StaticText "Læge Test Lund"
  StaticText " "
  StaticText "læge, Lægerne Test Torv"
  StaticText "Forbindelsen er væk siden kl. 14.12"
  StaticText "Bliv her. Vi prøver igen af os selv. Kommer den ikke tilbage, så ring i stedet."
  StaticText "Dig"
  button "Flyt dit billede til et andet hjørne"
  button "Slå lyd fra"
  button "Sluk kamera"
  button "Mere" expanded=false
  button "Forlad samtalen"`;
/* end snapshot reconnecting */

snapshots["one of two away"] = 
`region "Videosamtale"
  StaticText "1:00"
  StaticText "Også i rummet: Nancy Ann Berggren (borger)"
  StaticText "Sosu Test Holm"
  StaticText " "
  StaticText "medarbejder"
  StaticText "Bruno Elmer"
  StaticText " "
  StaticText "pårørende"
  StaticText "Forbindelsen er væk. Prøver igen …"
  StaticText "Dig"
  button "Flyt dit billede til et andet hjørne"
  button "Slå lyd fra"
  button "Sluk kamera"
  button "Mere" expanded=false
  button "Afslut samtalen"`;
/* end snapshot one of two away */

snapshots["devices lost"] = 
`region "Videosamtale"
  StaticText "1:00"
  StaticText "Også i rummet: Nancy Ann Berggren (borger)"
  StaticText "Læge Test Lund"
  StaticText " "
  StaticText "læge, Lægerne Test Torv"
  StaticText "Lyd og billede blev afbrudt"
  button "Få lyd og billede tilbage"
  StaticText "Måske af et telefonopkald. Tryk, så kan de andre se og høre dig igen."
  StaticText "Du: intet billede"
  button "Flyt dit billede til et andet hjørne"
  button "Slå lyd fra"
  button "Sluk kamera"
  button "Mere" expanded=false
  button "Forlad samtalen"`;
/* end snapshot devices lost */

snapshots["microphone lost"] = 
`region "Videosamtale"
  StaticText "1:00"
  StaticText "Også i rummet: Nancy Ann Berggren (borger)"
  StaticText "Læge Test Lund"
  StaticText " "
  StaticText "læge, Lægerne Test Torv"
  StaticText "Mikrofonen er gået fra. Man kan ikke høre dig."
  button "Få lyd og billede tilbage"
  StaticText "Måske af et telefonopkald. Tryk, så kan de andre se og høre dig igen."
  StaticText "Dig"
  button "Flyt dit billede til et andet hjørne"
  button "Slå lyd fra"
  button "Sluk kamera"
  button "Mere" expanded=false
  button "Forlad samtalen"`;
/* end snapshot microphone lost */

snapshots["permission denied"] = 
`region "Videosamtale"
  StaticText "1:00"
  StaticText "Også i rummet: Nancy Ann Berggren (borger)"
  StaticText "Læge Test Lund"
  StaticText " "
  StaticText "læge, Lægerne Test Torv"
  StaticText "Du: intet billede"
  button "Flyt dit billede til et andet hjørne"
  StaticText "Browseren må ikke bruge kamera og mikrofon."
  StaticText "Tryk på ikonet til venstre for adressen. Slå kamera og mikrofon til. Tryk så på Prøv igen."
  button "Prøv igen"
  button "Slå lyd fra"
  button "Sluk kamera"
  button "Mere" expanded=false
  button "Forlad samtalen"`;
/* end snapshot permission denied */

snapshots["refused"] = 
`region "Videosamtale"
  heading "Venter på at komme ind" level=3
  StaticText "Bruno Elmer (pårørende)"
  button "Luk ind: Bruno Elmer"
  button "Lad vente: Bruno Elmer"
  StaticText "1:00"
  StaticText "Også i rummet: Nancy Ann Berggren (borger)"
  StaticText "Sosu Test Holm"
  StaticText " "
  StaticText "medarbejder"
  StaticText "Dig"
  button "Flyt dit billede til et andet hjørne"
  StaticText "Der er ingen forbindelse. Det, du har skrevet, er her stadig. Tjek nettet, og prøv igen."
  button "Slå lyd fra"
  button "Sluk kamera"
  button "Mere" expanded=false
  button "Afslut samtalen"`;
/* end snapshot refused */

snapshots["left"] = 
`region "Videosamtale"
  heading "Du har forladt samtalen" level=2
  StaticText "Den er stadig i gang. Kamera og mikrofon er slukket."
  button "Gå tilbage til samtalen"`;
/* end snapshot left */

snapshots["ended"] = 
`region "Videosamtale"
  heading "Samtalen er slut" level=2
  StaticText "Kamera og mikrofon er slukket."`;
/* end snapshot ended */

snapshots["failed, clinic"] = 
`region "Videosamtale"
  heading "Videoen virker ikke" level=2
  StaticText "Videoen kunne ikke starte. Prøv igen, eller ring i stedet."
  button "Prøv igen"
  button "Afslut samtalen"
  StaticText "Brug for hjælp?"
  button "Kopiér fejlrapport"`;
/* end snapshot failed, clinic */

snapshots["failed"] = 
`region "Videosamtale"
  heading "Videoen virker ikke" level=2
  StaticText "Videoen kunne ikke starte. Prøv igen, eller ring i stedet."
  button "Prøv igen"
  StaticText "Brug for hjælp?"
  button "Kopiér fejlrapport"`;
/* end snapshot failed */

