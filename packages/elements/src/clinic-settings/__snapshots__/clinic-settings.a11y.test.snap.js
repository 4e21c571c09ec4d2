/* @web/test-runner snapshot v1 */
export const snapshots = {};

snapshots["starting"] = 
`StaticText "Henter klinikkens medarbejdere og åbningstider …"
contentinfo
  StaticText "Brug for hjælp?"
  button "Kopiér fejlrapport"`;
/* end snapshot starting */

snapshots["signed-out"] = 
`StaticText "Log ind for at se klinikkens medarbejdere og åbningstider."
button "Log ind"
contentinfo
  StaticText "Brug for hjælp?"
  button "Kopiér fejlrapport"`;
/* end snapshot signed-out */

snapshots["signing-in"] = 
`StaticText "Log ind i vinduet, der er åbnet. Kan du ikke se vinduet, så prøv igen."
button "Prøv igen"
contentinfo
  StaticText "Brug for hjælp?"
  button "Kopiér fejlrapport"`;
/* end snapshot signing-in */

snapshots["forbidden"] = 
`heading "Du har ikke adgang til klinikkens venteværelse" level=2
StaticText "Bed klinikkens leder om at tilføje dig som medarbejder, og skriv koden, du får, her."
form
  StaticText "Kode fra klinikkens leder"
  textbox "Kode fra klinikkens leder" description=16 tegn. Store og små bogstaver er lige meget.
  StaticText "16 tegn. Store og små bogstaver er lige meget."
  button "Brug koden"
  button "Prøv igen"
  button "Log af"
contentinfo
  StaticText "Brug for hjælp?"
  button "Kopiér fejlrapport"`;
/* end snapshot forbidden */

snapshots["unavailable"] = 
`StaticText "Serveren svarer ikke. Der prøves igen af sig selv."
button "Prøv igen"
contentinfo
  StaticText "Brug for hjælp?"
  button "Kopiér fejlrapport"`;
/* end snapshot unavailable */

snapshots["session-ended"] = 
`StaticText "Du er logget af."
button "Log ind igen"
contentinfo
  StaticText "Brug for hjælp?"
  button "Kopiér fejlrapport"`;
/* end snapshot session-ended */

snapshots["list"] = 
`tab "Medarbejdere" selected
tab "Åbningstider" selected=false
heading "Medarbejdere (2)" level=3
StaticText "Leder Test Lund"
StaticText "Dig"
StaticText "klinikleder, uden autorisations-id"
StaticText " · "
StaticText "Logget ind"
StaticText "Kun en anden leder kan ændre eller fjerne dig."
StaticText "Læge Test Lund"
StaticText "læge, med autorisations-id"
StaticText " · "
StaticText "Logget ind"
button "Ret Læge Test Lund" expanded=false
form
  heading "Tilføj en medarbejder" level=3
  StaticText "Medarbejderen får en kode, også uden autorisations-id."
  StaticText "Navn"
  textbox "Navn"
  StaticText "Rolle"
  combobox "Rolle" value=klinikpersonale expanded=false
    option "læge" selected=false
    option "klinikpersonale" selected
    option "klinikleder" selected=false
  button "Tilføj, og lav en kode"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Support"
  link "70 00 00 00"
    StaticText "70 00 00 00"
  button "Kopiér fejlrapport"`;
/* end snapshot list */

snapshots["edited"] = 
`tab "Medarbejdere" selected
tab "Åbningstider" selected=false
heading "Medarbejdere (2)" level=3
StaticText "Leder Test Lund"
StaticText "Dig"
StaticText "klinikleder, uden autorisations-id"
StaticText " · "
StaticText "Logget ind"
StaticText "Kun en anden leder kan ændre eller fjerne dig."
StaticText "Læge Test Lund"
StaticText "læge, med autorisations-id"
StaticText " · "
StaticText "Logget ind"
button "Ret Læge Test Lund" expanded
form
  StaticText "Rolle"
  combobox "Rolle" value=læge expanded=false description=Med en ny rolle skal Læge Test Lund logge ind igen.
    option "læge" selected
    option "klinikpersonale" selected=false
    option "klinikleder" selected=false
  StaticText "Med en ny rolle skal Læge Test Lund logge ind igen."
  button "Gem rolle"
  button "Log af overalt"
  button "Fjern fra klinikken"
form
  heading "Tilføj en medarbejder" level=3
  StaticText "Medarbejderen får en kode, også uden autorisations-id."
  StaticText "Navn"
  textbox "Navn"
  StaticText "Rolle"
  combobox "Rolle" value=klinikpersonale expanded=false
    option "læge" selected=false
    option "klinikpersonale" selected
    option "klinikleder" selected=false
  button "Tilføj, og lav en kode"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Support"
  link "70 00 00 00"
    StaticText "70 00 00 00"
  button "Kopiér fejlrapport"`;
/* end snapshot edited */

snapshots["no plan"] = 
`tab "Medarbejdere" selected=false
tab "Åbningstider" selected
heading "Åbent nu" level=3
StaticText "Der er ingen ugeplan. I åbner og lukker selv."
button "Lav en ugeplan"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Support"
  link "70 00 00 00"
    StaticText "70 00 00 00"
  button "Kopiér fejlrapport"`;
/* end snapshot no plan */

