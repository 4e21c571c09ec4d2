/* @web/test-runner snapshot v1 */
export const snapshots = {};

snapshots["starting"] = 
`StaticText "Henter sms-invitationer …"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  button "Kopiér fejlrapport"`;
/* end snapshot starting */

snapshots["empty"] = 
`form
  heading "Inviter til video" level=3
  StaticText "Hver modtager får en sms med et link. Navne og helbred står ikke i den."
  StaticText "Modtager 1"
  StaticText "Navn"
  textbox "Navn" description=Vises kun i klinikken.
  StaticText "Vises kun i klinikken."
  StaticText "Mobilnummer"
  textbox "Mobilnummer" description=8 cifre.
  StaticText "8 cifre."
  StaticText "Rolle"
  combobox "Rolle" value=Patient expanded=false
    option "Patient" selected
    option "Pårørende" selected=false
    option "Kommune" selected=false
    option "Tolk" selected=false
    option "Andet" selected=false
  StaticText "Sms’ens sprog"
  combobox "Sms’ens sprog" value=Dansk expanded=false
    option " Dansk " selected
    option " Engelsk " selected=false
  checkbox "Kan ikke få sms: vis QR, kode eller link i stedet" checked=false
  StaticText "Kan ikke få sms: vis QR, kode eller link i stedet"
  checkbox "Aftal en tid" checked=false
  StaticText "Aftal en tid"
  checkbox "Send på et bestemt tidspunkt" checked=false
  StaticText "Send på et bestemt tidspunkt"
  checkbox "Prøveopkald. Det tæller ikke med." checked=false
  StaticText "Prøveopkald"
  StaticText ". "
  StaticText "Det tæller ikke med."
  button "Tjek numre"
  button "Tilføj modtager"
region "Inviterede"
  heading "Inviterede" level=3
  StaticText "Ingen er inviteret."
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  button "Kopiér fejlrapport"`;
/* end snapshot empty */

snapshots["list"] = 
`form
  heading "Inviter til video" level=3
  StaticText "Hver modtager får en sms med et link. Navne og helbred står ikke i den."
  StaticText "Modtager 1"
  StaticText "Navn"
  textbox "Navn" description=Vises kun i klinikken.
  StaticText "Vises kun i klinikken."
  StaticText "Mobilnummer"
  textbox "Mobilnummer" description=8 cifre.
  StaticText "8 cifre."
  StaticText "Rolle"
  combobox "Rolle" value=Patient expanded=false
    option "Patient" selected
    option "Pårørende" selected=false
    option "Kommune" selected=false
    option "Tolk" selected=false
    option "Andet" selected=false
  StaticText "Sms’ens sprog"
  combobox "Sms’ens sprog" value=Dansk expanded=false
    option " Dansk " selected
    option " Engelsk " selected=false
  checkbox "Kan ikke få sms: vis QR, kode eller link i stedet" checked=false
  StaticText "Kan ikke få sms: vis QR, kode eller link i stedet"
  checkbox "Aftal en tid" checked=false
  StaticText "Aftal en tid"
  checkbox "Send på et bestemt tidspunkt" checked=false
  StaticText "Send på et bestemt tidspunkt"
  checkbox "Prøveopkald. Det tæller ikke med." checked=false
  StaticText "Prøveopkald"
  StaticText ". "
  StaticText "Det tæller ikke med."
  button "Tjek numre"
  button "Tilføj modtager"
region "Inviterede"
  heading "Inviterede" level=3
  StaticText "Datter Test"
  StaticText "Pårørende"
  StaticText "Uden sms"
  StaticText "Ikke sendt. Vis QR, kode eller link."
  StaticText "Lavet kl. 14.20. Linket virker til kl. 15.20."
  button "QR, kode eller link til Datter Test"
  button "Tilbagekald invitationen til Datter Test"
  StaticText "Datter Test"
  StaticText "Pårørende"
  StaticText "20 12 34 56"
  StaticText "I kø"
  StaticText "Venter på at blive sendt."
  StaticText "Lavet kl. 14.20. Linket virker til kl. 15.20."
  button "Send igen til Datter Test"
  button "QR, kode eller link til Datter Test"
  button "Tilbagekald invitationen til Datter Test"
  StaticText "Datter Test"
  StaticText "Pårørende"
  StaticText "20 12 34 56"
  StaticText "Sendt"
  StaticText "Ikke fremme endnu."
  StaticText "Sendt kl. 14.20. Linket virker til kl. 15.20."
  button "Send igen til Datter Test"
  button "QR, kode eller link til Datter Test"
  button "Tilbagekald invitationen til Datter Test"
  StaticText "Datter Test"
  StaticText "Pårørende"
  StaticText "20 12 34 56"
  StaticText "Leveret"
  StaticText "Sms’en er på telefonen."
  StaticText "Sendt kl. 14.20. Linket virker til kl. 15.20."
  button "Send igen til Datter Test"
  button "QR, kode eller link til Datter Test"
  button "Tilbagekald invitationen til Datter Test"
  StaticText "Datter Test"
  StaticText "Pårørende"
  StaticText "20 12 34 56"
  StaticText "Åbnet"
  StaticText "Linket er åbnet på telefonen."
  StaticText "Sendt kl. 14.20."
  button "Tilbagekald invitationen til Datter Test"
  StaticText "Datter Test"
  StaticText "Pårørende"
  StaticText "20 12 34 56"
  StaticText "Klar"
  StaticText "Venter på at blive lukket ind."
  StaticText "Sendt kl. 14.20."
  button "Tilbagekald invitationen til Datter Test"
  StaticText "Datter Test"
  StaticText "Pårørende"
  StaticText "20 12 34 56"
  StaticText "I samtale"
  StaticText "Er med i samtalen."
  StaticText "Sendt kl. 14.20."
  button "Tilbagekald invitationen til Datter Test"
  StaticText "Datter Test"
  StaticText "Pårørende"
  StaticText "20 12 34 56"
  StaticText "Brugt"
  StaticText "Har været med i samtalen."
  StaticText "Sendt kl. 14.20."
  StaticText "Datter Test"
  StaticText "Pårørende"
  StaticText "20 12 34 56"
  StaticText "Fejlet"
  StaticText "Sms’en kom ikke frem. Send igen, eller tilbagekald og ret nummeret."
  StaticText "Lavet kl. 14.20. Linket virker til kl. 15.20."
  button "Send igen til Datter Test"
  button "QR, kode eller link til Datter Test"
  button "Tilbagekald invitationen til Datter Test"
  StaticText "Datter Test"
  StaticText "Pårørende"
  StaticText "20 12 34 56"
  StaticText "Ukendt"
  StaticText "Sms-tjenesten siger ikke, om den kom frem. Spørg modtageren."
  StaticText "Sendt kl. 14.20. Linket virker til kl. 15.20."
  button "Send igen til Datter Test"
  button "QR, kode eller link til Datter Test"
  button "Tilbagekald invitationen til Datter Test"
  StaticText "Datter Test"
  StaticText "Pårørende"
  StaticText "20 12 34 56"
  StaticText "Udløbet"
  StaticText "Linket virker ikke længere, men du kan give et nyt."
  StaticText "Sendt kl. 14.20."
  button "Send igen til Datter Test"
  StaticText "Datter Test"
  StaticText "Pårørende"
  StaticText "20 12 34 56"
  StaticText "Tilbagekaldt"
  StaticText "Linket virker ikke længere."
  StaticText "Sendt kl. 14.20."
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  button "Kopiér fejlrapport"`;
/* end snapshot list */

snapshots["trouble"] = 
`form
  heading "Inviter til video" level=3
  StaticText "Hver modtager får en sms med et link. Navne og helbred står ikke i den."
  StaticText "Modtager 1"
  StaticText "Navn"
  textbox "Navn" description=Vises kun i klinikken.
  StaticText "Vises kun i klinikken."
  StaticText "Mobilnummer"
  textbox "Mobilnummer" description=8 cifre.
  StaticText "8 cifre."
  StaticText "Rolle"
  combobox "Rolle" value=Patient expanded=false
    option "Patient" selected
    option "Pårørende" selected=false
    option "Kommune" selected=false
    option "Tolk" selected=false
    option "Andet" selected=false
  StaticText "Sms’ens sprog"
  combobox "Sms’ens sprog" value=Dansk expanded=false
    option " Dansk " selected
    option " Engelsk " selected=false
  checkbox "Kan ikke få sms: vis QR, kode eller link i stedet" checked=false
  StaticText "Kan ikke få sms: vis QR, kode eller link i stedet"
  checkbox "Aftal en tid" checked=false
  StaticText "Aftal en tid"
  checkbox "Send på et bestemt tidspunkt" checked=false
  StaticText "Send på et bestemt tidspunkt"
  checkbox "Prøveopkald. Det tæller ikke med." checked=false
  StaticText "Prøveopkald"
  StaticText ". "
  StaticText "Det tæller ikke med."
  button "Tjek numre"
  button "Tilføj modtager"
region "Inviterede"
  heading "Inviterede" level=3
  StaticText "Datter Test"
  StaticText "Pårørende"
  StaticText "20 12 34 56"
  StaticText "Fejlet"
  StaticText "Nummeret findes ikke. Tilbagekald, og ret det."
  StaticText "Lavet kl. 14.20. Linket virker til kl. 15.20."
  button "Send igen til Datter Test"
  button "QR, kode eller link til Datter Test"
  button "Tilbagekald invitationen til Datter Test"
  StaticText "Datter Test"
  StaticText "Pårørende"
  StaticText "20 12 34 56"
  StaticText "Fejlet"
  StaticText "Telefonen er slukket eller uden net. Send igen om lidt, eller ring."
  StaticText "Lavet kl. 14.20. Linket virker til kl. 15.20."
  button "Send igen til Datter Test"
  button "QR, kode eller link til Datter Test"
  button "Tilbagekald invitationen til Datter Test"
  StaticText "Datter Test"
  StaticText "Pårørende"
  StaticText "20 12 34 56"
  StaticText "Fejlet"
  StaticText "Telefonen tager ikke imod sms’er. Brug QR, kode eller link."
  StaticText "Lavet kl. 14.20. Linket virker til kl. 15.20."
  button "Send igen til Datter Test"
  button "QR, kode eller link til Datter Test"
  button "Tilbagekald invitationen til Datter Test"
  StaticText "Datter Test"
  StaticText "Pårørende"
  StaticText "20 12 34 56"
  StaticText "Fejlet"
  StaticText "Sms-tjenesten kunne ikke sende. Send igen, eller brug QR, kode eller link."
  StaticText "Lavet kl. 14.20. Linket virker til kl. 15.20."
  button "Send igen til Datter Test"
  button "QR, kode eller link til Datter Test"
  button "Tilbagekald invitationen til Datter Test"
  StaticText "Datter Test"
  StaticText "Pårørende"
  StaticText "20 12 34 56"
  StaticText "Åbnet"
  StaticText "Linket er åbnet på telefonen."
  StaticText "Linket er også prøvet på en anden enhed kl. 14.25 og blev afvist. Spørg, hvem det var."
  StaticText "Sendt kl. 14.20."
  button "Tilbagekald invitationen til Datter Test"
  StaticText "Datter Test"
  StaticText "Pårørende"
  StaticText "20 12 34 56"
  StaticText "Tilbagekaldt"
  StaticText "Modtageren siger, at linket ikke er til dem. Tjek nummeret, og skriv det igen."
  StaticText "Sendt kl. 14.20."
  button "Skriv nyt nummer til Datter Test"
  StaticText "Datter Test"
  StaticText "Pårørende"
  StaticText "Uden sms"
  StaticText "Ikke sendt. Vis QR, kode eller link."
  StaticText "Lavet kl. 14.20. Linket virker til kl. 15.20."
  button "QR, kode eller link til Datter Test"
  button "Tilbagekald invitationen til Datter Test"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  button "Kopiér fejlrapport"`;
/* end snapshot trouble */

snapshots["shown"] = 
`heading "Vis Datter Test vejen ind" level=3
StaticText "Brug den, der passer bedst. Den enhed, der åbner først, er den, der kommer ind."
heading "Scan med kameraet" level=4
image "QR-kode med linket til Datter Test"
heading "Læs koden højt" level=4
StaticText "Gå til video.example.dk/guest, og skriv koden:"
StaticText "1 2 3, "
StaticText "4 5 6,"
StaticText "Virker til kl. 14.40."
button "Ny kode"
heading "Send linket selv" level=4
textbox "Send linket selv" value=https://video.example.dk/guest/#abcdefghijklmnopqrstuv
button "Kopiér linket"
StaticText "Leveret"
StaticText "Sms’en er på telefonen."
button "Luk"`;
/* end snapshot shown */

snapshots["shown-over"] = 
`heading "Vis Datter Test vejen ind" level=3
StaticText "Brug den, der passer bedst. Den enhed, der åbner først, er den, der kommer ind."
heading "Scan med kameraet" level=4
image "QR-kode med linket til Datter Test"
heading "Læs koden højt" level=4
StaticText "Koden er udløbet. Lav en ny."
StaticText " "
button "Ny kode"
heading "Send linket selv" level=4
textbox "Send linket selv" value=https://video.example.dk/guest/#abcdefghijklmnopqrstuv
button "Kopiér linket"
StaticText "Uden sms"
StaticText "Ikke sendt. Vis QR, kode eller link."
button "Luk"`;
/* end snapshot shown-over */

snapshots["made"] = 
`paragraph
  StaticText "Datter Test: Uden sms"
form
  heading "Inviter til video" level=3
  StaticText "Hver modtager får en sms med et link. Navne og helbred står ikke i den."
  StaticText "Modtager 1"
  StaticText "Navn"
  textbox "Navn" description=Vises kun i klinikken.
  StaticText "Vises kun i klinikken."
  StaticText "Mobilnummer"
  textbox "Mobilnummer" description=8 cifre.
  StaticText "8 cifre."
  StaticText "Rolle"
  combobox "Rolle" value=Patient expanded=false
    option "Patient" selected
    option "Pårørende" selected=false
    option "Kommune" selected=false
    option "Tolk" selected=false
    option "Andet" selected=false
  StaticText "Sms’ens sprog"
  combobox "Sms’ens sprog" value=Dansk expanded=false
    option " Dansk " selected
    option " Engelsk " selected=false
  checkbox "Kan ikke få sms: vis QR, kode eller link i stedet" checked=false
  StaticText "Kan ikke få sms: vis QR, kode eller link i stedet"
  checkbox "Aftal en tid" checked=false
  StaticText "Aftal en tid"
  checkbox "Send på et bestemt tidspunkt" checked=false
  StaticText "Send på et bestemt tidspunkt"
  checkbox "Prøveopkald. Det tæller ikke med." checked=false
  StaticText "Prøveopkald"
  StaticText ". "
  StaticText "Det tæller ikke med."
  button "Tjek numre"
  button "Tilføj modtager"
region "Inviterede"
  heading "Inviterede" level=3
  StaticText "Datter Test"
  StaticText "Pårørende"
  StaticText "Uden sms"
  StaticText "Ikke sendt. Vis QR, kode eller link."
  StaticText "Lavet kl. 14.20. Linket virker til kl. 15.20."
  button "QR, kode eller link til Datter Test"
  button "Tilbagekald invitationen til Datter Test"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  button "Kopiér fejlrapport"`;
/* end snapshot made */

snapshots["sent"] = 
`paragraph
  StaticText "Datter Test: I kø"
form
  heading "Inviter til video" level=3
  StaticText "Hver modtager får en sms med et link. Navne og helbred står ikke i den."
  StaticText "Modtager 1"
  StaticText "Navn"
  textbox "Navn" description=Vises kun i klinikken.
  StaticText "Vises kun i klinikken."
  StaticText "Mobilnummer"
  textbox "Mobilnummer" description=8 cifre.
  StaticText "8 cifre."
  StaticText "Rolle"
  combobox "Rolle" value=Patient expanded=false
    option "Patient" selected
    option "Pårørende" selected=false
    option "Kommune" selected=false
    option "Tolk" selected=false
    option "Andet" selected=false
  StaticText "Sms’ens sprog"
  combobox "Sms’ens sprog" value=Dansk expanded=false
    option " Dansk " selected
    option " Engelsk " selected=false
  checkbox "Kan ikke få sms: vis QR, kode eller link i stedet" checked=false
  StaticText "Kan ikke få sms: vis QR, kode eller link i stedet"
  checkbox "Aftal en tid" checked=false
  StaticText "Aftal en tid"
  checkbox "Send på et bestemt tidspunkt" checked=false
  StaticText "Send på et bestemt tidspunkt"
  checkbox "Prøveopkald. Det tæller ikke med." checked=false
  StaticText "Prøveopkald"
  StaticText ". "
  StaticText "Det tæller ikke med."
  button "Tjek numre"
  button "Tilføj modtager"
region "Inviterede"
  heading "Inviterede" level=3
  StaticText "Datter Test"
  StaticText "Pårørende"
  StaticText "20 12 34 56"
  StaticText "I kø"
  StaticText "Venter på at blive sendt."
  StaticText "Lavet kl. 14.20. Linket virker til kl. 15.20."
  button "Send igen til Datter Test"
  button "QR, kode eller link til Datter Test"
  button "Tilbagekald invitationen til Datter Test"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  button "Kopiér fejlrapport"`;
/* end snapshot sent */

snapshots["sending"] = 
`form
  heading "Inviter til video" level=3
  StaticText "Hver modtager får en sms med et link. Navne og helbred står ikke i den."
  StaticText "Modtager 1"
  StaticText "Navn"
  textbox "Navn" description=Vises kun i klinikken.
  StaticText "Vises kun i klinikken."
  StaticText "Mobilnummer"
  textbox "Mobilnummer" description=8 cifre.
  StaticText "8 cifre."
  StaticText "Rolle"
  combobox "Rolle" value=Patient expanded=false
    option "Patient" selected
    option "Pårørende" selected=false
    option "Kommune" selected=false
    option "Tolk" selected=false
    option "Andet" selected=false
  StaticText "Sms’ens sprog"
  combobox "Sms’ens sprog" value=Dansk expanded=false
    option " Dansk " selected
    option " Engelsk " selected=false
  checkbox "Kan ikke få sms: vis QR, kode eller link i stedet" checked=false
  StaticText "Kan ikke få sms: vis QR, kode eller link i stedet"
  checkbox "Aftal en tid" checked=false
  StaticText "Aftal en tid"
  checkbox "Send på et bestemt tidspunkt" checked=false
  StaticText "Send på et bestemt tidspunkt"
  checkbox "Prøveopkald. Det tæller ikke med." checked=false
  StaticText "Prøveopkald"
  StaticText ". "
  StaticText "Det tæller ikke med."
  button "Tjek numre" disabled
  button "Tilføj modtager"
region "Inviterede"
  heading "Inviterede" level=3
  StaticText "Ingen er inviteret."
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  button "Kopiér fejlrapport"`;
/* end snapshot sending */

snapshots["busy"] = 
`form
  heading "Inviter til video" level=3
  StaticText "Hver modtager får en sms med et link. Navne og helbred står ikke i den."
  StaticText "Modtager 1"
  StaticText "Navn"
  textbox "Navn" description=Vises kun i klinikken.
  StaticText "Vises kun i klinikken."
  StaticText "Mobilnummer"
  textbox "Mobilnummer" description=8 cifre.
  StaticText "8 cifre."
  StaticText "Rolle"
  combobox "Rolle" value=Patient expanded=false
    option "Patient" selected
    option "Pårørende" selected=false
    option "Kommune" selected=false
    option "Tolk" selected=false
    option "Andet" selected=false
  StaticText "Sms’ens sprog"
  combobox "Sms’ens sprog" value=Dansk expanded=false
    option " Dansk " selected
    option " Engelsk " selected=false
  checkbox "Kan ikke få sms: vis QR, kode eller link i stedet" checked=false
  StaticText "Kan ikke få sms: vis QR, kode eller link i stedet"
  checkbox "Aftal en tid" checked=false
  StaticText "Aftal en tid"
  checkbox "Send på et bestemt tidspunkt" checked=false
  StaticText "Send på et bestemt tidspunkt"
  checkbox "Prøveopkald. Det tæller ikke med." checked=false
  StaticText "Prøveopkald"
  StaticText ". "
  StaticText "Det tæller ikke med."
  button "Tjek numre"
  button "Tilføj modtager"
region "Inviterede"
  heading "Inviterede" level=3
  StaticText "Datter Test"
  StaticText "Pårørende"
  StaticText "20 12 34 56"
  StaticText "Fejlet"
  StaticText "Sms’en kom ikke frem. Send igen, eller tilbagekald og ret nummeret."
  StaticText "Lavet kl. 14.20. Linket virker til kl. 15.20."
  button "Sender igen …" disabled
  button "QR, kode eller link til Datter Test" disabled
  button "Tilbagekald invitationen til Datter Test" disabled
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  button "Kopiér fejlrapport"`;
/* end snapshot busy */

snapshots["limit"] = 
`StaticText "Der er sendt for mange sms’er lige nu. Vent 60 min., eller ring i stedet."
form
  heading "Inviter til video" level=3
  StaticText "Hver modtager får en sms med et link. Navne og helbred står ikke i den."
  StaticText "Modtager 1"
  StaticText "Navn"
  textbox "Navn" description=Vises kun i klinikken.
  StaticText "Vises kun i klinikken."
  StaticText "Mobilnummer"
  textbox "Mobilnummer" description=8 cifre.
  StaticText "8 cifre."
  StaticText "Rolle"
  combobox "Rolle" value=Patient expanded=false
    option "Patient" selected
    option "Pårørende" selected=false
    option "Kommune" selected=false
    option "Tolk" selected=false
    option "Andet" selected=false
  StaticText "Sms’ens sprog"
  combobox "Sms’ens sprog" value=Dansk expanded=false
    option " Dansk " selected
    option " Engelsk " selected=false
  checkbox "Kan ikke få sms: vis QR, kode eller link i stedet" checked=false
  StaticText "Kan ikke få sms: vis QR, kode eller link i stedet"
  checkbox "Aftal en tid" checked=false
  StaticText "Aftal en tid"
  checkbox "Send på et bestemt tidspunkt" checked=false
  StaticText "Send på et bestemt tidspunkt"
  checkbox "Prøveopkald. Det tæller ikke med." checked=false
  StaticText "Prøveopkald"
  StaticText ". "
  StaticText "Det tæller ikke med."
  button "Tjek numre"
  button "Tilføj modtager"
region "Inviterede"
  heading "Inviterede" level=3
  StaticText "Ingen er inviteret."
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  button "Kopiér fejlrapport"`;
/* end snapshot limit */

snapshots["gateway"] = 
`paragraph
  StaticText "Datter Test: Fejlet"
form
  heading "Inviter til video" level=3
  StaticText "Hver modtager får en sms med et link. Navne og helbred står ikke i den."
  StaticText "Modtager 1"
  StaticText "Navn"
  textbox "Navn" description=Vises kun i klinikken.
  StaticText "Vises kun i klinikken."
  StaticText "Mobilnummer"
  textbox "Mobilnummer" description=8 cifre.
  StaticText "8 cifre."
  StaticText "Rolle"
  combobox "Rolle" value=Patient expanded=false
    option "Patient" selected
    option "Pårørende" selected=false
    option "Kommune" selected=false
    option "Tolk" selected=false
    option "Andet" selected=false
  StaticText "Sms’ens sprog"
  combobox "Sms’ens sprog" value=Dansk expanded=false
    option " Dansk " selected
    option " Engelsk " selected=false
  checkbox "Kan ikke få sms: vis QR, kode eller link i stedet" checked=false
  StaticText "Kan ikke få sms: vis QR, kode eller link i stedet"
  checkbox "Aftal en tid" checked=false
  StaticText "Aftal en tid"
  checkbox "Send på et bestemt tidspunkt" checked=false
  StaticText "Send på et bestemt tidspunkt"
  checkbox "Prøveopkald. Det tæller ikke med." checked=false
  StaticText "Prøveopkald"
  StaticText ". "
  StaticText "Det tæller ikke med."
  button "Tjek numre"
  button "Tilføj modtager"
region "Inviterede"
  heading "Inviterede" level=3
  StaticText "Datter Test"
  StaticText "Pårørende"
  StaticText "20 12 34 56"
  StaticText "Fejlet"
  StaticText "Sms-tjenesten kunne ikke sende. Send igen, eller brug QR, kode eller link."
  StaticText "Lavet kl. 14.20. Linket virker til kl. 15.20."
  button "Send igen til Datter Test"
  button "QR, kode eller link til Datter Test"
  button "Tilbagekald invitationen til Datter Test"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  button "Kopiér fejlrapport"`;
/* end snapshot gateway */

snapshots["offline"] = 
`StaticText "Ingen forbindelse. Listen er fra kl. 14.26."
form
  heading "Inviter til video" level=3
  StaticText "Hver modtager får en sms med et link. Navne og helbred står ikke i den."
  StaticText "Modtager 1"
  StaticText "Navn"
  textbox "Navn" description=Vises kun i klinikken.
  StaticText "Vises kun i klinikken."
  StaticText "Mobilnummer"
  textbox "Mobilnummer" description=8 cifre.
  StaticText "8 cifre."
  StaticText "Rolle"
  combobox "Rolle" value=Patient expanded=false
    option "Patient" selected
    option "Pårørende" selected=false
    option "Kommune" selected=false
    option "Tolk" selected=false
    option "Andet" selected=false
  StaticText "Sms’ens sprog"
  combobox "Sms’ens sprog" value=Dansk expanded=false
    option " Dansk " selected
    option " Engelsk " selected=false
  checkbox "Kan ikke få sms: vis QR, kode eller link i stedet" checked=false
  StaticText "Kan ikke få sms: vis QR, kode eller link i stedet"
  checkbox "Aftal en tid" checked=false
  StaticText "Aftal en tid"
  checkbox "Send på et bestemt tidspunkt" checked=false
  StaticText "Send på et bestemt tidspunkt"
  checkbox "Prøveopkald. Det tæller ikke med." checked=false
  StaticText "Prøveopkald"
  StaticText ". "
  StaticText "Det tæller ikke med."
  button "Tjek numre"
  button "Tilføj modtager"
region "Inviterede"
  heading "Inviterede" level=3
  StaticText "Datter Test"
  StaticText "Pårørende"
  StaticText "Uden sms"
  StaticText "Ikke sendt. Vis QR, kode eller link."
  StaticText "Lavet kl. 14.20. Linket virker til kl. 15.20."
  button "QR, kode eller link til Datter Test"
  button "Tilbagekald invitationen til Datter Test"
  StaticText "Datter Test"
  StaticText "Pårørende"
  StaticText "20 12 34 56"
  StaticText "I kø"
  StaticText "Venter på at blive sendt."
  StaticText "Lavet kl. 14.20. Linket virker til kl. 15.20."
  button "Send igen til Datter Test"
  button "QR, kode eller link til Datter Test"
  button "Tilbagekald invitationen til Datter Test"
  StaticText "Datter Test"
  StaticText "Pårørende"
  StaticText "20 12 34 56"
  StaticText "Sendt"
  StaticText "Ikke fremme endnu."
  StaticText "Sendt kl. 14.20. Linket virker til kl. 15.20."
  button "Send igen til Datter Test"
  button "QR, kode eller link til Datter Test"
  button "Tilbagekald invitationen til Datter Test"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  button "Kopiér fejlrapport"`;
/* end snapshot offline */

snapshots["unavailable"] = 
`heading "Invitationer kan ikke hentes" level=3
StaticText "Serveren svarer ikke lige nu. Prøv igen om lidt."
button "Prøv igen"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  button "Kopiér fejlrapport"`;
/* end snapshot unavailable */

snapshots["forbidden"] = 
`heading "Invitationer kan ikke hentes" level=3
StaticText "Du har ikke adgang til klinikkens invitationer. Bed klinikkens leder om at tilføje dig som medarbejder."
button "Prøv igen"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  button "Kopiér fejlrapport"`;
/* end snapshot forbidden */

snapshots["signed-out"] = 
`heading "Invitationer kan ikke hentes" level=3
StaticText "Du er ikke logget ind. Log ind, og prøv igen."
button "Prøv igen"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  button "Kopiér fejlrapport"`;
/* end snapshot signed-out */

snapshots["logged-off"] = 
`heading "Invitationer kan ikke hentes" level=3
StaticText "Du er logget af. Log ind igen for at fortsætte."
button "Prøv igen"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  button "Kopiér fejlrapport"`;
/* end snapshot logged-off */

snapshots["for-later"] = 
`paragraph
  StaticText "Datter Test: I kø"
form
  heading "Inviter til video" level=3
  StaticText "Hver modtager får en sms med et link. Navne og helbred står ikke i den."
  StaticText "Modtager 1"
  StaticText "Navn"
  textbox "Navn" description=Vises kun i klinikken.
  StaticText "Vises kun i klinikken."
  StaticText "Mobilnummer"
  textbox "Mobilnummer" description=8 cifre.
  StaticText "8 cifre."
  StaticText "Rolle"
  combobox "Rolle" value=Patient expanded=false
    option "Patient" selected
    option "Pårørende" selected=false
    option "Kommune" selected=false
    option "Tolk" selected=false
    option "Andet" selected=false
  StaticText "Sms’ens sprog"
  combobox "Sms’ens sprog" value=Dansk expanded=false
    option " Dansk " selected
    option " Engelsk " selected=false
  checkbox "Kan ikke få sms: vis QR, kode eller link i stedet" checked=false
  StaticText "Kan ikke få sms: vis QR, kode eller link i stedet"
  checkbox "Aftal en tid" checked=false
  StaticText "Aftal en tid"
  checkbox "Send på et bestemt tidspunkt" checked=false
  StaticText "Send på et bestemt tidspunkt"
  checkbox "Prøveopkald. Det tæller ikke med." checked=false
  StaticText "Prøveopkald"
  StaticText ". "
  StaticText "Det tæller ikke med."
  button "Tjek numre"
  button "Tilføj modtager"
region "Inviterede"
  heading "Inviterede" level=3
  StaticText "Datter Test"
  StaticText "Pårørende"
  StaticText "20 12 34 56"
  StaticText "I kø"
  StaticText "Venter på at blive sendt."
  StaticText "Sendes 24. nov. kl. 08.00."
  button "QR, kode eller link til Datter Test"
  button "Tilbagekald invitationen til Datter Test"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  button "Kopiér fejlrapport"`;
/* end snapshot for-later */

snapshots["server-gone"] = 
`StaticText "Serveren svarer ikke lige nu. Prøv igen om lidt."
form
  heading "Inviter til video" level=3
  StaticText "Hver modtager får en sms med et link. Navne og helbred står ikke i den."
  StaticText "Modtager 1"
  StaticText "Navn"
  textbox "Navn" description=Vises kun i klinikken.
  StaticText "Vises kun i klinikken."
  StaticText "Mobilnummer"
  textbox "Mobilnummer" description=8 cifre.
  StaticText "8 cifre."
  StaticText "Rolle"
  combobox "Rolle" value=Patient expanded=false
    option "Patient" selected
    option "Pårørende" selected=false
    option "Kommune" selected=false
    option "Tolk" selected=false
    option "Andet" selected=false
  StaticText "Sms’ens sprog"
  combobox "Sms’ens sprog" value=Dansk expanded=false
    option " Dansk " selected
    option " Engelsk " selected=false
  checkbox "Kan ikke få sms: vis QR, kode eller link i stedet" checked=false
  StaticText "Kan ikke få sms: vis QR, kode eller link i stedet"
  checkbox "Aftal en tid" checked=false
  StaticText "Aftal en tid"
  checkbox "Send på et bestemt tidspunkt" checked=false
  StaticText "Send på et bestemt tidspunkt"
  checkbox "Prøveopkald. Det tæller ikke med." checked=false
  StaticText "Prøveopkald"
  StaticText ". "
  StaticText "Det tæller ikke med."
  button "Tjek numre"
  button "Tilføj modtager"
region "Inviterede"
  heading "Inviterede" level=3
  StaticText "Ingen er inviteret."
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  button "Kopiér fejlrapport"`;
/* end snapshot server-gone */

snapshots["sent-two"] = 
`paragraph
  StaticText "Datter Test: Leveret · Datter Test: I kø"
form
  heading "Inviter til video" level=3
  StaticText "Hver modtager får en sms med et link. Navne og helbred står ikke i den."
  StaticText "Modtager 1"
  StaticText "Navn"
  textbox "Navn" description=Vises kun i klinikken.
  StaticText "Vises kun i klinikken."
  StaticText "Mobilnummer"
  textbox "Mobilnummer" description=8 cifre.
  StaticText "8 cifre."
  StaticText "Rolle"
  combobox "Rolle" value=Patient expanded=false
    option "Patient" selected
    option "Pårørende" selected=false
    option "Kommune" selected=false
    option "Tolk" selected=false
    option "Andet" selected=false
  StaticText "Sms’ens sprog"
  combobox "Sms’ens sprog" value=Dansk expanded=false
    option " Dansk " selected
    option " Engelsk " selected=false
  checkbox "Kan ikke få sms: vis QR, kode eller link i stedet" checked=false
  StaticText "Kan ikke få sms: vis QR, kode eller link i stedet"
  checkbox "Aftal en tid" checked=false
  StaticText "Aftal en tid"
  checkbox "Send på et bestemt tidspunkt" checked=false
  StaticText "Send på et bestemt tidspunkt"
  checkbox "Prøveopkald. Det tæller ikke med." checked=false
  StaticText "Prøveopkald"
  StaticText ". "
  StaticText "Det tæller ikke med."
  button "Tjek numre"
  button "Tilføj modtager"
region "Inviterede"
  heading "Inviterede" level=3
  StaticText "Datter Test"
  StaticText "Pårørende"
  StaticText "20 12 34 56"
  StaticText "Leveret"
  StaticText "Sms’en er på telefonen."
  StaticText "Sendt kl. 14.20. Linket virker til kl. 15.20."
  button "Send igen til Datter Test"
  button "QR, kode eller link til Datter Test"
  button "Tilbagekald invitationen til Datter Test"
  StaticText "Datter Test"
  StaticText "Pårørende"
  StaticText "20 12 34 56"
  StaticText "I kø"
  StaticText "Venter på at blive sendt."
  StaticText "Lavet kl. 14.20. Linket virker til kl. 15.20."
  button "Send igen til Datter Test"
  button "QR, kode eller link til Datter Test"
  button "Tilbagekald invitationen til Datter Test"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  button "Kopiér fejlrapport"`;
/* end snapshot sent-two */

snapshots["full"] = 
`StaticText "Der er plads til seks i samtalen. Tilbagekald en invitation, eller saml flere ved én skærm."
form
  heading "Inviter til video" level=3
  StaticText "Hver modtager får en sms med et link. Navne og helbred står ikke i den."
  StaticText "Modtager 1"
  StaticText "Navn"
  textbox "Navn" description=Vises kun i klinikken.
  StaticText "Vises kun i klinikken."
  StaticText "Mobilnummer"
  textbox "Mobilnummer" description=8 cifre.
  StaticText "8 cifre."
  StaticText "Rolle"
  combobox "Rolle" value=Patient expanded=false
    option "Patient" selected
    option "Pårørende" selected=false
    option "Kommune" selected=false
    option "Tolk" selected=false
    option "Andet" selected=false
  StaticText "Sms’ens sprog"
  combobox "Sms’ens sprog" value=Dansk expanded=false
    option " Dansk " selected
    option " Engelsk " selected=false
  checkbox "Kan ikke få sms: vis QR, kode eller link i stedet" checked=false
  StaticText "Kan ikke få sms: vis QR, kode eller link i stedet"
  checkbox "Aftal en tid" checked=false
  StaticText "Aftal en tid"
  checkbox "Send på et bestemt tidspunkt" checked=false
  StaticText "Send på et bestemt tidspunkt"
  checkbox "Prøveopkald. Det tæller ikke med." checked=false
  StaticText "Prøveopkald"
  StaticText ". "
  StaticText "Det tæller ikke med."
  button "Tjek numre"
  button "Tilføj modtager"
region "Inviterede"
  heading "Inviterede" level=3
  StaticText "Ingen er inviteret."
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  button "Kopiér fejlrapport"`;
/* end snapshot full */

snapshots["agreed"] = 
`form
  heading "Inviter til video" level=3
  StaticText "Hver modtager får en sms med et link. Navne og helbred står ikke i den."
  StaticText "Modtager 1"
  StaticText "Navn"
  textbox "Navn" description=Vises kun i klinikken.
  StaticText "Vises kun i klinikken."
  StaticText "Mobilnummer"
  textbox "Mobilnummer" description=8 cifre.
  StaticText "8 cifre."
  StaticText "Rolle"
  combobox "Rolle" value=Patient expanded=false
    option "Patient" selected
    option "Pårørende" selected=false
    option "Kommune" selected=false
    option "Tolk" selected=false
    option "Andet" selected=false
  StaticText "Sms’ens sprog"
  combobox "Sms’ens sprog" value=Dansk expanded=false
    option " Dansk " selected
    option " Engelsk " selected=false
  checkbox "Kan ikke få sms: vis QR, kode eller link i stedet" checked=false
  StaticText "Kan ikke få sms: vis QR, kode eller link i stedet"
  checkbox "Aftal en tid" checked=false
  StaticText "Aftal en tid"
  checkbox "Send på et bestemt tidspunkt" checked=false
  StaticText "Send på et bestemt tidspunkt"
  checkbox "Prøveopkald. Det tæller ikke med." checked=false
  StaticText "Prøveopkald"
  StaticText ". "
  StaticText "Det tæller ikke med."
  button "Tjek numre"
  button "Tilføj modtager"
region "Inviterede"
  heading "Inviterede" level=3
  StaticText "Datter Test"
  StaticText "Pårørende"
  StaticText "20 12 34 56"
  StaticText "I kø"
  StaticText "Venter på at blive sendt."
  StaticText "Aftalt 24. nov. kl. 08.15"
  StaticText "Sendes 24. nov. kl. 08.00."
  button "QR, kode eller link til Datter Test"
  button "Tilbagekald invitationen til Datter Test"
  StaticText "Datter Test"
  StaticText "Pårørende"
  StaticText "Uden sms"
  StaticText "Ikke sendt. Vis QR, kode eller link."
  StaticText "Aftalt 24. nov. kl. 08.15"
  StaticText "Linket virker til 24. nov. kl. 09.00."
  button "QR, kode eller link til Datter Test"
  button "Tilbagekald invitationen til Datter Test"
  StaticText "Datter Test"
  StaticText "Pårørende"
  StaticText "Prøveopkald"
  StaticText "20 12 34 56"
  StaticText "Klar"
  StaticText "Venter på at blive lukket ind."
  StaticText "Aftalt kl. 14.30"
  StaticText "Sendt kl. 14.20."
  button "Tilbagekald invitationen til Datter Test"
contentinfo
  StaticText "Brug for hjælp?"
  StaticText "Venterum support"
  link "70 12 34 56"
    StaticText "70 12 34 56"
  button "Kopiér fejlrapport"`;
/* end snapshot agreed */

