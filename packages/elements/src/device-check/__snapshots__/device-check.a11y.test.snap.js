/* @web/test-runner snapshot v1 */
export const snapshots = {};

snapshots["asking"] = 
`region "Billede og lyd"
  StaticText "Et øjeblik …"
  StaticText "Et øjeblik …"
  button "Prøv lyden"
  StaticText "Browseren spørger, om den må bruge kamera og mikrofon. Tryk Tillad."`;
/* end snapshot asking */

snapshots["on"] = 
`region "Billede og lyd"
  StaticText "Vi kan høre dig."
  button "Prøv lyden"
  DisclosureTriangle "Skift kamera eller mikrofon" expanded=false`;
/* end snapshot on */

snapshots["not heard yet"] = 
`region "Billede og lyd"
  StaticText "Sig noget. Rører måleren sig ikke, så vælg en anden mikrofon."
  button "Prøv lyden"
  DisclosureTriangle "Skift kamera eller mikrofon" expanded=false`;
/* end snapshot not heard yet */

snapshots["sound playing"] = 
`region "Billede og lyd"
  StaticText "Vi kan høre dig."
  button "Spiller …" disabled
  DisclosureTriangle "Skift kamera eller mikrofon" expanded=false`;
/* end snapshot sound playing */

snapshots["both denied"] = 
`region "Billede og lyd"
  StaticText "Intet billede"
  StaticText "Ingen lyd"
  button "Prøv lyden"
  StaticText "Browseren må ikke bruge kamera og mikrofon."
  StaticText "Tryk på ikonet til venstre for adressen. Slå kamera og mikrofon til. Tryk så på Prøv igen."
  button "Prøv igen"`;
/* end snapshot both denied */

snapshots["camera denied"] = 
`region "Billede og lyd"
  StaticText "Intet billede"
  StaticText "Vi kan høre dig."
  button "Prøv lyden"
  StaticText "Browseren må ikke bruge kameraet."
  StaticText "Tryk på ikonet til venstre for adressen. Slå kamera og mikrofon til. Tryk så på Prøv igen."
  button "Prøv igen"
  DisclosureTriangle "Skift kamera eller mikrofon" expanded=false`;
/* end snapshot camera denied */

snapshots["microphone denied"] = 
`region "Billede og lyd"
  StaticText "Ingen lyd"
  button "Prøv lyden"
  StaticText "Browseren må ikke bruge mikrofonen, så ingen kan høre dig."
  StaticText "Tryk på ikonet til venstre for adressen. Slå kamera og mikrofon til. Tryk så på Prøv igen."
  button "Prøv igen"
  DisclosureTriangle "Skift kamera eller mikrofon" expanded=false`;
/* end snapshot microphone denied */

snapshots["both missing"] = 
`region "Billede og lyd"
  StaticText "Intet billede"
  StaticText "Ingen lyd"
  button "Prøv lyden"
  StaticText "Vi kan ikke finde kamera og mikrofon. Sæt dem til, eller brug en anden enhed."
  button "Prøv igen"`;
/* end snapshot both missing */

snapshots["no camera"] = 
`region "Billede og lyd"
  StaticText "Intet billede"
  StaticText "Vi kan høre dig."
  button "Prøv lyden"
  StaticText "Vi kan ikke finde et kamera. Sæt et til, eller fortsæt med lyd alene."
  button "Prøv igen"
  DisclosureTriangle "Skift kamera eller mikrofon" expanded=false`;
/* end snapshot no camera */

snapshots["no microphone"] = 
`region "Billede og lyd"
  StaticText "Ingen lyd"
  button "Prøv lyden"
  StaticText "Vi kan ikke finde en mikrofon. Sæt en til, så man kan høre dig."
  button "Prøv igen"
  DisclosureTriangle "Skift kamera eller mikrofon" expanded=false`;
/* end snapshot no microphone */

snapshots["both busy"] = 
`region "Billede og lyd"
  StaticText "Intet billede"
  StaticText "Ingen lyd"
  button "Prøv lyden"
  StaticText "Kamera og mikrofon bruges af et andet program. Luk det, og prøv igen."
  button "Prøv igen"`;
/* end snapshot both busy */

snapshots["camera busy"] = 
`region "Billede og lyd"
  StaticText "Intet billede"
  StaticText "Vi kan høre dig."
  button "Prøv lyden"
  StaticText "Kameraet bruges af et andet program. Luk det, og prøv igen."
  button "Prøv igen"
  DisclosureTriangle "Skift kamera eller mikrofon" expanded=false`;
/* end snapshot camera busy */

snapshots["microphone busy"] = 
`region "Billede og lyd"
  StaticText "Ingen lyd"
  button "Prøv lyden"
  StaticText "Mikrofonen bruges af et andet program. Luk det, og prøv igen."
  button "Prøv igen"
  DisclosureTriangle "Skift kamera eller mikrofon" expanded=false`;
/* end snapshot microphone busy */

snapshots["both lost"] = 
`region "Billede og lyd"
  StaticText "Intet billede"
  StaticText "Ingen lyd"
  button "Prøv lyden"
  StaticText "Kamera og mikrofon er gået fra."
  button "Få lyd og billede tilbage"
  DisclosureTriangle "Skift kamera eller mikrofon" expanded=false`;
/* end snapshot both lost */

snapshots["camera lost"] = 
`region "Billede og lyd"
  StaticText "Intet billede"
  StaticText "Vi kan høre dig."
  button "Prøv lyden"
  StaticText "Kameraet er gået fra. Man kan høre dig, men ikke se dig."
  button "Få lyd og billede tilbage"
  DisclosureTriangle "Skift kamera eller mikrofon" expanded=false`;
/* end snapshot camera lost */

snapshots["microphone lost"] = 
`region "Billede og lyd"
  StaticText "Ingen lyd"
  button "Prøv lyden"
  StaticText "Mikrofonen er gået fra. Man kan ikke høre dig."
  button "Få lyd og billede tilbage"
  DisclosureTriangle "Skift kamera eller mikrofon" expanded=false`;
/* end snapshot microphone lost */

