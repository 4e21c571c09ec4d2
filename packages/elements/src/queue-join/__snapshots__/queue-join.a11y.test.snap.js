/* @web/test-runner snapshot v1 */
export const snapshots = {};

snapshots["starting"] = 
`heading "Vi åbner for video" level=2
StaticText "Et øjeblik …"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot starting */

snapshots["signed-out"] = 
`heading "Log ind for at tale med lægen" level=2
StaticText "Du kommer tilbage hertil, når du er logget ind."
button "Log ind med kommunens login"
button "Log ind med MitID"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot signed-out */

snapshots["signed-out-failed"] = 
`heading "Log ind for at tale med lægen" level=2
StaticText "Du kommer tilbage hertil, når du er logget ind."
button "Log ind med kommunens login"
StaticText "Du blev ikke logget ind. Prøv igen, når du er klar."
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot signed-out-failed */

snapshots["signing-in"] = 
`heading "Du er ved at logge ind" level=2
StaticText "Log ind i vinduet, der er åbnet. Så fortsætter vi her."
button "Prøv igen"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot signing-in */

snapshots["who-cpr"] = 
`heading "Hvem skal tale med lægen?" level=2
form
  StaticText "Borgerens CPR-nummer"
  StaticText "Vi finder borgerens egen læge."
  textbox "Borgerens CPR-nummer" description=Vi finder borgerens egen læge.
  button "Find læge"
button "Uden CPR: find klinik"
button "Nummer med bogstaver"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot who-cpr */

snapshots["who-cpr-unknown"] = 
`heading "Hvem skal tale med lægen?" level=2
form
  StaticText "Borgerens CPR-nummer"
  StaticText "Vi finder borgerens egen læge."
  textbox "Borgerens CPR-nummer" invalid=true description=Vi finder borgerens egen læge. Vi kan ikke finde borgerens egen læge. Søg efter klinikken i stedet.
  StaticText "Vi kan ikke finde borgerens egen læge. Søg efter klinikken i stedet."
  button "Find læge"
button "Uden CPR: find klinik"
button "Nummer med bogstaver"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot who-cpr-unknown */

snapshots["who-clinic"] = 
`heading "Hvilken klinik?" level=2
search
  StaticText "Navn, adresse eller ydernummer"
  searchbox "Navn, adresse eller ydernummer"
  button "Søg"
status live=polite
button "Med CPR: find egen læge"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot who-clinic */

snapshots["who-clinic-found"] = 
`heading "Hvilken klinik?" level=2
search
  StaticText "Navn, adresse eller ydernummer"
  searchbox "Navn, adresse eller ydernummer"
  button "Søg"
status live=polite
  StaticText "2 klinikker fundet"
button "Lægehuset Torvet Torvet 1, 8000 Aarhus C Åben for video"
button "Lægerne ved Åen Åboulevarden 2, 8000 Aarhus C Lukket for video"
button "Med CPR: find egen læge"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot who-clinic-found */

snapshots["who-clinic-none"] = 
`heading "Hvilken klinik?" level=2
search
  StaticText "Navn, adresse eller ydernummer"
  searchbox "Navn, adresse eller ydernummer"
  button "Søg"
status live=polite
  StaticText "Ingen klinik passer. Prøv en del af navnet eller adressen."
button "Med CPR: find egen læge"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot who-clinic-none */

snapshots["closed"] = 
`heading "Lægehuset Torvet har lukket for video" level=2
StaticText "Vi har åbent for video mandag til fredag kl. 9-12."
StaticText "Der åbner 23. nov. kl. 09.00."
link "Ring 86 12 34 56"
  StaticText "Ring 86 12 34 56"
button "Se, om der er åbnet"
button "Find en anden klinik"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot closed */

snapshots["closed-silent"] = 
`heading "Lægerne ved Åen har lukket for video" level=2
StaticText "Man kan kun stille sig i kø, når klinikken har åbent for video."
link "Ring 86 12 34 56"
  StaticText "Ring 86 12 34 56"
button "Se, om der er åbnet"
button "Find en anden klinik"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot closed-silent */

snapshots["ready"] = 
`heading "Klar til video" level=2
StaticText "Borger"
StaticText "Nancy Ann Berggren"
StaticText "251248-••••"
button "Vis CPR" pressed=false
StaticText "Klinik"
StaticText "Lægehuset Torvet"
StaticText "Torvet 1, 8000 Aarhus C"
StaticText "Årsag til henvendelsen"
textbox "Årsag til henvendelsen" value=Sår på venstre skinneben, rødme rundt om siden i går description=Kort, uden navn og CPR. Lægen ser det. 52 af 280 tegn Skriv en årsag. Lægen har ikke et CPR-nummer at slå op på.
StaticText "Kort, uden navn og CPR. Lægen ser det."
StaticText "52 af 280 tegn"
button "Stil borger i kø"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot ready */

snapshots["ready-self"] = 
`heading "Klar til video" level=2
StaticText "Klinik"
StaticText "Lægehuset Torvet"
StaticText "Torvet 1, 8000 Aarhus C"
StaticText "Aftalt tid kl. 14.45"
StaticText "Klinikken er forsinket ca. 15 min."
StaticText "Årsag til henvendelsen"
textbox "Årsag til henvendelsen" description=Kort, uden navn og CPR. Lægen ser det. 0 af 280 tegn Skriv en årsag. Lægen har ikke et CPR-nummer at slå op på.
StaticText "Kort, uden navn og CPR. Lægen ser det."
StaticText "0 af 280 tegn"
button "Stil dig i kø"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot ready-self */

snapshots["ready-without-cpr"] = 
`heading "Klar til video" level=2
StaticText "Klinik"
StaticText "Lægehuset Torvet"
StaticText "Torvet 1, 8000 Aarhus C"
button "Skift"
StaticText "Årsag til henvendelsen"
StaticText "("
StaticText "skal udfyldes"
StaticText ")"
textbox "Årsag til henvendelsen(skal udfyldes)" description=Kort, uden navn og CPR. Lægen ser det. 0 af 280 tegn Skriv en årsag. Lægen har ikke et CPR-nummer at slå op på.
StaticText "Kort, uden navn og CPR. Lægen ser det."
StaticText "0 af 280 tegn"
button "Stil borger i kø"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot ready-without-cpr */

snapshots["ready-failed"] = 
`heading "Klar til video" level=2
StaticText "Borger"
StaticText "Nancy Ann Berggren"
StaticText "251248-••••"
button "Vis CPR" pressed=false
StaticText "Klinik"
StaticText "Lægehuset Torvet"
StaticText "Torvet 1, 8000 Aarhus C"
StaticText "Årsag til henvendelsen"
textbox "Årsag til henvendelsen" value=Sår på venstre skinneben, rødme rundt om siden i går description=Kort, uden navn og CPR. Lægen ser det. 52 af 280 tegn Skriv en årsag. Lægen har ikke et CPR-nummer at slå op på.
StaticText "Kort, uden navn og CPR. Lægen ser det."
StaticText "52 af 280 tegn"
StaticText "Der er ingen forbindelse. Det, du har skrevet, er her stadig. Tjek nettet, og prøv igen."
button "Stil borger i kø"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot ready-failed */

snapshots["joining"] = 
`heading "Klar til video" level=2
StaticText "Borger"
StaticText "Nancy Ann Berggren"
StaticText "251248-••••"
button "Vis CPR" pressed=false
StaticText "Klinik"
StaticText "Lægehuset Torvet"
StaticText "Torvet 1, 8000 Aarhus C"
StaticText "Årsag til henvendelsen"
textbox "Årsag til henvendelsen" value=Sår på venstre skinneben, rødme rundt om siden i går description=Kort, uden navn og CPR. Lægen ser det. 52 af 280 tegn Skriv en årsag. Lægen har ikke et CPR-nummer at slå op på.
StaticText "Kort, uden navn og CPR. Lægen ser det."
StaticText "52 af 280 tegn"
button "Stiller i kø …" disabled
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot joining */

snapshots["joining-recording"] = 
`heading "Klar til video" level=2
StaticText "Borger"
StaticText "Nancy Ann Berggren"
StaticText "251248-••••"
button "Vis CPR" pressed=false
StaticText "Klinik"
StaticText "Lægehuset Torvet"
StaticText "Torvet 1, 8000 Aarhus C"
StaticText "Årsag til henvendelsen"
textbox "Årsag til henvendelsen" value=Sår på venstre skinneben, rødme rundt om siden i går description=Kort, uden navn og CPR. Lægen ser det. 52 af 280 tegn Skriv en årsag. Lægen har ikke et CPR-nummer at slå op på.
StaticText "Kort, uden navn og CPR. Lægen ser det."
StaticText "52 af 280 tegn"
button "Gemmer samtykket …" disabled
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot joining-recording */

snapshots["waiting"] = 
`heading "Du er nummer 2" level=2
StaticText "i køen hos Lægehuset Torvet siden kl. 14.25"
StaticText "Forventet ventetid 10-20 min."
StaticText "Bliv på siden. Vi kalder med lyd."
button "Få også en besked på skærmen"
button "Forlad køen"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot waiting */

snapshots["waiting-late"] = 
`heading "Du er nummer 2" level=2
StaticText "i køen hos Lægehuset Torvet siden kl. 14.25"
StaticText "Forventet ventetid 10-20 min."
StaticText "Du kan godt arbejde videre. Vi kalder med lyd."
StaticText "Aftalt tid kl. 14.45"
StaticText "Klinikken er forsinket ca. 15 min."
StaticText "Du er her i god tid."
StaticText "Lægen måtte videre. Du har din plads endnu, og vi kalder igen."
button "Få også en besked på skærmen"
button "Gør lille"
button "Forlad køen"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot waiting-late */

snapshots["waiting-self"] = 
`heading "Du er nummer 2" level=2
StaticText "i køen hos Lægehuset Torvet siden kl. 14.25"
StaticText "Forventet ventetid 10-20 min."
StaticText "Bliv på siden. Vi kalder med lyd."
button "Få også en besked på skærmen"
button "Gør lille"
button "Forlad køen"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot waiting-self */

snapshots["waiting-away"] = 
`heading "Du er nummer 2" level=2
StaticText "i køen hos Lægehuset Torvet siden kl. 14.25"
StaticText "Forventet ventetid 10-20 min."
StaticText "Du kan godt arbejde videre. Vi kalder med lyd."
StaticText "Vi har ikke kunnet nå enheden siden kl. 14.28. Pladsen holdes til kl. 14.43."
button "Få også en besked på skærmen"
button "Gør lille"
button "Forlad køen"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot waiting-away */

snapshots["waiting-closed"] = 
`heading "Du er nummer 2" level=2
StaticText "i køen hos Lægehuset Torvet siden kl. 14.25"
StaticText "Du kan godt arbejde videre. Vi kalder med lyd."
StaticText "Klinikken skriver:"
StaticText "Lægen er kaldt ud til en akut patient."
StaticText "Klinikken har lukket for video."
StaticText "Du har din plads endnu. Klinikken siger til, hvad der sker."
link "Ring 86 12 34 56"
  StaticText "Ring 86 12 34 56"
button "Få også en besked på skærmen"
button "Gør lille"
button "Forlad køen"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot waiting-closed */

snapshots["waiting-moved"] = 
`heading "Du er nummer 2" level=2
StaticText "i køen hos Lægerne ved Åen siden kl. 14.25"
StaticText "Forventet ventetid 10-20 min."
StaticText "Du kan godt arbejde videre. Vi kalder med lyd."
StaticText "Lægehuset Torvet har sendt dig videre til Lægerne ved Åen. Her er din plads nu."
button "Få også en besked på skærmen"
button "Gør lille"
button "Forlad køen"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot waiting-moved */

snapshots["waiting-message"] = 
`heading "Du er nummer 2" level=2
StaticText "i køen hos Lægehuset Torvet siden kl. 14.25"
StaticText "Forventet ventetid 10-20 min."
StaticText "Du kan godt arbejde videre. Vi kalder med lyd."
StaticText "Klinikken skriver:"
StaticText "Tag gerne temperaturen, mens I venter."
button "Få også en besked på skærmen"
button "Gør lille"
button "Forlad køen"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot waiting-message */

snapshots["waiting-door"] = 
`heading "Du venter uden for samtalen" level=2
StaticText "Lægehuset Torvet lukker dig ind. Indtil da kan ingen se eller høre dig."
StaticText "Bliv på siden. Vi kalder med lyd."
button "Gør lille"
button "Forlad køen"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot waiting-door */

snapshots["waiting-offline"] = 
`heading "Du er nummer 2" level=2
StaticText "i køen hos Lægehuset Torvet siden kl. 14.25"
StaticText "Forbindelsen er væk siden kl. 14.28. Pladsen holdes til kl. 14.43. Vi prøver igen."
button "Få også en besked på skærmen"
button "Forlad køen"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot waiting-offline */

snapshots["waiting-session-ending"] = 
`heading "Du er nummer 2" level=2
StaticText "i køen hos Lægehuset Torvet siden kl. 14.25"
StaticText "Forventet ventetid 10-20 min."
StaticText "Du kan godt arbejde videre. Vi kalder med lyd."
button "Få også en besked på skærmen"
button "Gør lille"
button "Forlad køen"
StaticText "Du bliver logget af om 30 sekunder."
button "Bliv logget ind"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot waiting-session-ending */

snapshots["waiting-test"] = 
`StaticText "Prøveopkald"
StaticText "."
StaticText "Det tæller ikke med."
heading "Du er i køen" level=2
StaticText "i køen hos Lægehuset Torvet siden kl. 14.25"
StaticText "Ventetiden er ikke kendt endnu."
StaticText "Du kan godt arbejde videre. Vi kalder med lyd."
button "Få også en besked på skærmen"
button "Gør lille"
button "Forlad køen"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot waiting-test */

snapshots["called"] = 
`heading "Lægen er klar" level=2
StaticText "Læge Test Lund"
StaticText "læge, Lægehuset Torvet"
button "Gå til lægen"
StaticText "Gå ind inden et minut. Ellers kommer du tilbage i køen."
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot called */

snapshots["called-elsewhere"] = 
`heading "Lægen er klar" level=2
StaticText "Læge Test Lund"
StaticText "læge, Lægehuset Torvet"
button "Gå til lægen"
StaticText "Samtalen er i gang et andet sted. Går du ind her, slutter den dér."
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot called-elsewhere */

snapshots["in-call"] = 
`heading "Videokonsultation" level=2
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot in-call */

snapshots["ended"] = 
`heading "Samtalen er slut" level=2
StaticText "Gør, som I aftalte med lægen. Ring til klinikken, hvis du er i tvivl."
heading "Til journalen" level=3
StaticText "Art"
StaticText "videokonsultation"
StaticText "Klinik"
StaticText "Lægehuset Torvet"
StaticText "Start"
StaticText "22. nov. kl. 14.18"
StaticText "Varighed"
StaticText "12 min."
link "Ring 86 12 34 56"
  StaticText "Ring 86 12 34 56"
button "Ny henvendelse"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot ended */

snapshots["ended-self"] = 
`heading "Samtalen er slut" level=2
StaticText "Gør, som I aftalte med lægen. Ring til klinikken, hvis du er i tvivl."
link "Ring 86 12 34 56"
  StaticText "Ring 86 12 34 56"
button "Ny henvendelse"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot ended-self */

snapshots["moved-to-phone"] = 
`heading "Lægen fortsætter på telefon" level=2
StaticText "Hold telefonen klar. Lægen ringer."
button "Ny henvendelse"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot moved-to-phone */

snapshots["moved-to-visit"] = 
`heading "Lægen vil se dig" level=2
StaticText "Klinikken aftaler en tid med dig."
button "Ny henvendelse"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot moved-to-visit */

snapshots["technical-failure"] = 
`heading "Videoen virkede ikke" level=2
StaticText "Ring til klinikken, eller stil dig i kø igen."
link "Ring 86 12 34 56"
  StaticText "Ring 86 12 34 56"
button "Stil i kø igen"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot technical-failure */

snapshots["no-show"] = 
`heading "Lægen fik ikke fat i dig" level=2
StaticText "Stil dig i kø igen, eller ring til klinikken."
link "Ring 86 12 34 56"
  StaticText "Ring 86 12 34 56"
button "Stil i kø igen"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot no-show */

snapshots["left"] = 
`heading "Du har forladt køen" level=2
StaticText "Du kan stille dig i kø igen, når du vil."
link "Ring 86 12 34 56"
  StaticText "Ring 86 12 34 56"
button "Stil i kø igen"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot left */

snapshots["removed"] = 
`heading "Klinikken har taget dig ud af køen" level=2
StaticText "Klinikken skriver:"
StaticText "Ring til os. Det skal ses i klinikken i dag."
StaticText "Ring til klinikken, hvis du stadig har brug for hjælp."
link "Ring 86 12 34 56"
  StaticText "Ring 86 12 34 56"
button "Ny henvendelse"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot removed */

snapshots["expired"] = 
`heading "Din plads i køen er udløbet" level=2
StaticText "Enheden var væk for længe. Stil dig i kø igen."
link "Ring 86 12 34 56"
  StaticText "Ring 86 12 34 56"
button "Stil i kø igen"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot expired */

snapshots["session-ended"] = 
`heading "Du er logget af, fordi siden ikke blev brugt" level=2
StaticText "Log ind igen for at fortsætte. Har du en plads i køen, er den der endnu."
button "Log ind igen"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot session-ended */

snapshots["unavailable"] = 
`heading "Vi kan ikke få forbindelse" level=2
StaticText "Serveren svarer ikke. Vi har prøvet siden kl. 14.28. En plads i køen er der endnu. Haster det, så ring til lægen."
button "Prøv igen"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot unavailable */

snapshots["refused"] = 
`heading "Video kan ikke åbnes" level=2
StaticText "Login blev afvist. Du har måske ikke adgang her. Kontakt support."
button "Prøv igen"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot refused */

snapshots["invited"] = 
`heading "Lægen venter dig på video" level=2
StaticText "Skriv dit fornavn, så lægen kan se, hvem du er."
form
  StaticText "Dit fornavn"
  textbox "Dit fornavn"
  button "Gå ind i venteværelset"
StaticText "Vi spørger aldrig om CPR-nummer, MitID eller kort."
button "Linket er ikke til mig"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot invited */

snapshots["redeeming"] = 
`heading "Lægen venter dig på video" level=2
StaticText "Skriv dit fornavn, så lægen kan se, hvem du er."
form
  StaticText "Dit fornavn"
  textbox "Dit fornavn"
  button "Åbner venteværelset …" disabled
StaticText "Vi spørger aldrig om CPR-nummer, MitID eller kort."
button "Linket er ikke til mig"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot redeeming */

snapshots["invited-offline"] = 
`heading "Lægen venter dig på video" level=2
StaticText "Skriv dit fornavn, så lægen kan se, hvem du er."
form
  StaticText "Dit fornavn"
  textbox "Dit fornavn"
  button "Gå ind i venteværelset"
StaticText "Der er ingen forbindelse. Det, du har skrevet, er her stadig. Tjek nettet, og prøv igen."
StaticText "Vi spørger aldrig om CPR-nummer, MitID eller kort."
button "Linket er ikke til mig"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot invited-offline */

snapshots["invited-used"] = 
`heading "Linket er åbnet på en anden enhed" level=2
StaticText "Brug den enhed, eller ring til klinikken og bed om et nyt."
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot invited-used */

snapshots["invited-ended"] = 
`heading "Linket virker ikke længere" level=2
StaticText "Samtalen er slut, eller linket er for gammelt. Ring til klinikken og bed om et nyt."
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot invited-ended */

snapshots["invited-unknown"] = 
`heading "Linket findes ikke" level=2
StaticText "Tryk på linket i sms’en igen. Virker det ikke, så ring til klinikken."
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot invited-unknown */

snapshots["code"] = 
`heading "Har du fået en kode til video?" level=2
StaticText "Skriv de 6 tal, som klinikken har givet dig, og dit fornavn."
StaticText "Har du fået et link i en sms? Tryk på det igen."
form
  StaticText "Kode"
  textbox "Kode" description=6 tal, fx 123 456
  StaticText "6 tal, fx 123 456"
  StaticText "Dit fornavn"
  textbox "Dit fornavn"
  button "Gå ind i venteværelset"
StaticText "Vi spørger aldrig om CPR-nummer, MitID eller kort."
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot code */

snapshots["code-redeeming"] = 
`heading "Har du fået en kode til video?" level=2
StaticText "Skriv de 6 tal, som klinikken har givet dig, og dit fornavn."
StaticText "Har du fået et link i en sms? Tryk på det igen."
form
  StaticText "Kode"
  textbox "Kode" description=6 tal, fx 123 456
  StaticText "6 tal, fx 123 456"
  StaticText "Dit fornavn"
  textbox "Dit fornavn"
  button "Åbner venteværelset …" disabled
StaticText "Vi spørger aldrig om CPR-nummer, MitID eller kort."
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot code-redeeming */

snapshots["code-unknown"] = 
`heading "Har du fået en kode til video?" level=2
StaticText "Skriv de 6 tal, som klinikken har givet dig, og dit fornavn."
StaticText "Har du fået et link i en sms? Tryk på det igen."
form
  StaticText "Kode"
  textbox "Kode" description=6 tal, fx 123 456
  StaticText "6 tal, fx 123 456"
  StaticText "Dit fornavn"
  textbox "Dit fornavn"
  button "Gå ind i venteværelset"
StaticText "Koden passer ikke, eller den er for gammel. Tjek tallene, eller bed klinikken om en ny."
StaticText "Vi spørger aldrig om CPR-nummer, MitID eller kort."
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot code-unknown */

snapshots["code-limit"] = 
`heading "Har du fået en kode til video?" level=2
StaticText "Skriv de 6 tal, som klinikken har givet dig, og dit fornavn."
StaticText "Har du fået et link i en sms? Tryk på det igen."
form
  StaticText "Kode"
  textbox "Kode" description=6 tal, fx 123 456
  StaticText "6 tal, fx 123 456"
  StaticText "Dit fornavn"
  textbox "Dit fornavn"
  button "Gå ind i venteværelset"
StaticText "Der er prøvet for mange gange. Vent 6 min., og prøv igen."
StaticText "Vi spørger aldrig om CPR-nummer, MitID eller kort."
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot code-limit */

snapshots["declined"] = 
`heading "Tak, linket er slettet" level=2
StaticText "Klinikken kan se, at sms’en kom det forkerte sted hen. Du kan lukke siden nu."
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot declined */

snapshots["door"] = 
`heading "Du venter uden for samtalen" level=2
StaticText "Lægehuset Torvet lukker dig ind. Indtil da kan ingen se eller høre dig."
StaticText "Bliv på siden. Vi kalder med lyd."
button "Forlad køen"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot door */

snapshots["paused"] = 
`heading "Siden har stået stille for længe" level=2
StaticText "Din plads er her, så længe samtalen ikke er slut."
button "Fortsæt"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot paused */

snapshots["revoked"] = 
`heading "Klinikken har trukket invitationen tilbage" level=2
StaticText "Ring til klinikken, hvis det er en fejl."
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot revoked */

snapshots["over-ended"] = 
`heading "Samtalen er slut" level=2
StaticText "Gør, som I aftalte med lægen. Ring til klinikken, hvis du er i tvivl."
link "Ring 86 12 34 56"
  StaticText "Ring 86 12 34 56"
StaticText "Du kan lukke siden nu."
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot over-ended */

snapshots["over-left"] = 
`heading "Du har forladt køen" level=2
StaticText "Ring til klinikken, hvis du stadig har brug for lægen."
link "Ring 86 12 34 56"
  StaticText "Ring 86 12 34 56"
StaticText "Du kan lukke siden nu."
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot over-left */

snapshots["over-expired"] = 
`heading "Din plads i køen er udløbet" level=2
StaticText "Ring til klinikken, hvis du stadig har brug for lægen."
link "Ring 86 12 34 56"
  StaticText "Ring 86 12 34 56"
StaticText "Du kan lukke siden nu."
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot over-expired */

snapshots["over-technical"] = 
`heading "Videoen virkede ikke" level=2
StaticText "Ring til klinikken, hvis du stadig har brug for lægen."
link "Ring 86 12 34 56"
  StaticText "Ring 86 12 34 56"
StaticText "Du kan lukke siden nu."
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot over-technical */

snapshots["waiting-early"] = 
`heading "Du er nummer 2" level=2
StaticText "i køen hos Lægehuset Torvet siden kl. 14.25"
StaticText "Forventet ventetid 10-20 min."
StaticText "Bliv på siden. Vi kalder med lyd."
StaticText "Aftalt tid kl. 14.45"
StaticText "Du er her i god tid."
button "Få også en besked på skærmen"
button "Forlad køen"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot waiting-early */

snapshots["waiting-past"] = 
`StaticText "Prøveopkald"
StaticText "."
StaticText "Det tæller ikke med."
heading "Du er nummer 2" level=2
StaticText "i køen hos Lægehuset Torvet siden kl. 14.25"
StaticText "Forventet ventetid 10-20 min."
StaticText "Bliv på siden. Vi kalder med lyd."
StaticText "Aftalt tid kl. 14.30"
StaticText "Tiden er nået. Vi kalder, når det er din tur."
button "Få også en besked på skærmen"
button "Forlad køen"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot waiting-past */

snapshots["invited-used-call"] = 
`heading "Linket er åbnet på en anden enhed" level=2
StaticText "Brug den enhed, eller ring til klinikken og bed om et nyt."
link "Ring 86 12 34 56"
  StaticText "Ring 86 12 34 56"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot invited-used-call */

snapshots["invited-ended-call"] = 
`heading "Linket virker ikke længere" level=2
StaticText "Samtalen er slut, eller linket er for gammelt. Ring til klinikken og bed om et nyt."
link "Ring 86 12 34 56"
  StaticText "Ring 86 12 34 56"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  link "support@example.dk"
    StaticText "support@example.dk"
  button "Kopiér fejlrapport"`;
/* end snapshot invited-ended-call */

