/* @web/test-runner snapshot v1 */
export const snapshots = {};

snapshots["declaration open"] = 
`region "Samtykke til video"
  heading "Samtykke til video" level=3
  checkbox "Jeg bekræfter på tro og love, at borgeren har givet samtykke til, at jeg kontakter lægen via video." checked=false
  StaticText "Jeg bekræfter på tro og love, at borgeren har givet samtykke til, at jeg kontakter lægen via video."
  StaticText "Siger borgeren nej, så kontakt lægen på en anden måde."`;
/* end snapshot declaration open */

snapshots["declaration recording"] = 
`region "Samtykke til video"
  heading "Samtykke til video" level=3
  checkbox "Jeg bekræfter på tro og love, at borgeren har givet samtykke til, at jeg kontakter lægen via video." checked disabled description=Gemmer …
  StaticText "Jeg bekræfter på tro og love, at borgeren har givet samtykke til, at jeg kontakter lægen via video."
  StaticText "Gemmer …"
  StaticText "Siger borgeren nej, så kontakt lægen på en anden måde."`;
/* end snapshot declaration recording */

snapshots["declaration refused"] = 
`region "Samtykke til video"
  heading "Samtykke til video" level=3
  checkbox "Jeg bekræfter på tro og love, at borgeren har givet samtykke til, at jeg kontakter lægen via video." checked=false invalid=true description=Der er ingen forbindelse. Det, du har skrevet, er her stadig. Tjek nettet, og prøv igen.
  StaticText "Jeg bekræfter på tro og love, at borgeren har givet samtykke til, at jeg kontakter lægen via video."
  StaticText "Der er ingen forbindelse. Det, du har skrevet, er her stadig. Tjek nettet, og prøv igen."
  StaticText "Siger borgeren nej, så kontakt lægen på en anden måde."`;
/* end snapshot declaration refused */

snapshots["declaration given"] = 
`region "Samtykke til video"
  heading "Samtykke til video" level=3
  checkbox "Jeg bekræfter på tro og love, at borgeren har givet samtykke til, at jeg kontakter lægen via video." checked disabled description=Borgeren selv, mundtligt.Bekræftet af dig 22. nov. kl. 14.30. Træk tilbage
  StaticText "Jeg bekræfter på tro og love, at borgeren har givet samtykke til, at jeg kontakter lægen via video."
  StaticText "Borgeren selv, mundtligt."
  StaticText "Bekræftet af dig 22. nov. kl. 14.30."
  button "Træk tilbage"
  StaticText "Siger borgeren nej, så kontakt lægen på en anden måde."`;
/* end snapshot declaration given */

snapshots["declaration withdrawing"] = 
`region "Samtykke til video"
  heading "Samtykke til video" level=3
  checkbox "Jeg bekræfter på tro og love, at borgeren har givet samtykke til, at jeg kontakter lægen via video." checked disabled description=Trækker tilbage …
  StaticText "Jeg bekræfter på tro og love, at borgeren har givet samtykke til, at jeg kontakter lægen via video."
  StaticText "Trækker tilbage …"
  StaticText "Siger borgeren nej, så kontakt lægen på en anden måde."`;
/* end snapshot declaration withdrawing */

snapshots["declaration withdrawn"] = 
`region "Samtykke til video"
  heading "Samtykke til video" level=3
  checkbox "Jeg bekræfter på tro og love, at borgeren har givet samtykke til, at jeg kontakter lægen via video." checked=false description=Trukket tilbage 22. nov. kl. 14.30. Sæt krydset igen, hvis borgeren har sagt ja.
  StaticText "Jeg bekræfter på tro og love, at borgeren har givet samtykke til, at jeg kontakter lægen via video."
  StaticText "Trukket tilbage 22. nov. kl. 14.30. Sæt krydset igen, hvis borgeren har sagt ja."
  StaticText "Siger borgeren nej, så kontakt lægen på en anden måde."`;
/* end snapshot declaration withdrawn */

snapshots["consent open"] = 
`region "Samtykke til at dele oplysninger"
  heading "Samtykke til at dele oplysninger" level=3
  StaticText "Borgeren giver samtykke til, at oplysninger om helbred deles med lægen under videokonsultationen."
  StaticText "Hvem siger ja?"
  radio "Borgeren selv" checked
  StaticText "Borgeren selv"
  radio "Værge" checked=false
  StaticText "Værge"
  radio "Pårørende med fuldmagt" checked=false
  StaticText "Pårørende med fuldmagt"
  StaticText "Hvordan?"
  radio "Mundtligt" checked
  StaticText "Mundtligt"
  radio "Skriftligt" checked=false
  StaticText "Skriftligt"
  button "Gem samtykke"
  StaticText "Siger borgeren nej, så kontakt lægen på en anden måde."`;
/* end snapshot consent open */

snapshots["consent recording"] = 
`region "Samtykke til at dele oplysninger"
  heading "Samtykke til at dele oplysninger" level=3
  StaticText "Borgeren giver samtykke til, at oplysninger om helbred deles med lægen under videokonsultationen."
  StaticText "Hvem siger ja?"
  radio "Borgeren selv" checked
  StaticText "Borgeren selv"
  radio "Værge" checked=false
  StaticText "Værge"
  radio "Pårørende med fuldmagt" checked=false
  StaticText "Pårørende med fuldmagt"
  StaticText "Hvordan?"
  radio "Mundtligt" checked
  StaticText "Mundtligt"
  radio "Skriftligt" checked=false
  StaticText "Skriftligt"
  button "Gem samtykke" disabled description=Gemmer …
  StaticText "Gemmer …"
  StaticText "Siger borgeren nej, så kontakt lægen på en anden måde."`;
/* end snapshot consent recording */

snapshots["consent refused"] = 
`region "Samtykke til at dele oplysninger"
  heading "Samtykke til at dele oplysninger" level=3
  StaticText "Borgeren giver samtykke til, at oplysninger om helbred deles med lægen under videokonsultationen."
  StaticText "Hvem siger ja?"
  radio "Borgeren selv" checked
  StaticText "Borgeren selv"
  radio "Værge" checked=false
  StaticText "Værge"
  radio "Pårørende med fuldmagt" checked=false
  StaticText "Pårørende med fuldmagt"
  StaticText "Hvordan?"
  radio "Mundtligt" checked
  StaticText "Mundtligt"
  radio "Skriftligt" checked=false
  StaticText "Skriftligt"
  button "Gem samtykke" description=Der er ingen forbindelse. Det, du har skrevet, er her stadig. Tjek nettet, og prøv igen.
  StaticText "Der er ingen forbindelse. Det, du har skrevet, er her stadig. Tjek nettet, og prøv igen."
  StaticText "Siger borgeren nej, så kontakt lægen på en anden måde."`;
/* end snapshot consent refused */

snapshots["consent given"] = 
`region "Samtykke til at dele oplysninger"
  heading "Samtykke til at dele oplysninger" level=3
  StaticText "Borgeren giver samtykke til, at oplysninger om helbred deles med lægen under videokonsultationen."
  StaticText "Borgeren selv, mundtligt."
  StaticText "Bekræftet af dig 22. nov. kl. 14.30."
  button "Træk tilbage"
  StaticText "Siger borgeren nej, så kontakt lægen på en anden måde."`;
/* end snapshot consent given */

snapshots["consent withdrawing"] = 
`region "Samtykke til at dele oplysninger"
  heading "Samtykke til at dele oplysninger" level=3
  StaticText "Borgeren giver samtykke til, at oplysninger om helbred deles med lægen under videokonsultationen."
  StaticText "Trækker tilbage …"
  StaticText "Siger borgeren nej, så kontakt lægen på en anden måde."`;
/* end snapshot consent withdrawing */

snapshots["consent withdrawn"] = 
`region "Samtykke til at dele oplysninger"
  heading "Samtykke til at dele oplysninger" level=3
  StaticText "Borgeren giver samtykke til, at oplysninger om helbred deles med lægen under videokonsultationen."
  StaticText "Hvem siger ja?"
  radio "Borgeren selv" checked
  StaticText "Borgeren selv"
  radio "Værge" checked=false
  StaticText "Værge"
  radio "Pårørende med fuldmagt" checked=false
  StaticText "Pårørende med fuldmagt"
  StaticText "Hvordan?"
  radio "Mundtligt" checked
  StaticText "Mundtligt"
  radio "Skriftligt" checked=false
  StaticText "Skriftligt"
  button "Gem samtykke" description=Trukket tilbage 22. nov. kl. 14.30. Sæt krydset igen, hvis borgeren har sagt ja.
  StaticText "Trukket tilbage 22. nov. kl. 14.30. Sæt krydset igen, hvis borgeren har sagt ja."
  StaticText "Siger borgeren nej, så kontakt lægen på en anden måde."`;
/* end snapshot consent withdrawn */

