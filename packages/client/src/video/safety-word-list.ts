/** 256 Danish words that are easy to say and hard to mistake for one another by ear; one for each byte. */
export const words: readonly string[] = `
abe abrikos agurk anker appel artiskok asfalt avis bakke ballon bambus banan banjo barn bjerg bjørn
blad blomst blåbær bog bold bord brev bro brød bus båd bæger bænk bæver bølge cello cirkel cirkus
citron cykel dans delfin diamant dominobrik drage dreng dronning dyne dåse dør edderkop egern
elefant elg engel fakkel farve fasan fisk fjer flamingo flaske flue fløjte fregat fugl fyrtårn får
gaffel gardin garn gave ged giraf gitter glas globus gorilla gren gris grotte guitar guld gulerod
gynge gås hammer handske hane hare harpe hat hest hindbær hjelm hjerte hjort hjul honning horn hund
hus hval hytte høne jakke jord kage kaktus kalender kamel kanel karse kartoffel kasket kat kikkert
kirke kirsebær kjole klaver klit klokke knap kniv kop korn kost kran krone krukke krydder kuffert
kugle kylling køkken lampe lanterne lilje linse lyn lyng lys løg løve magnet mandel mark maske melon
mos motor museum mynte måge måne mælk nellike nisse nød nøgle olie orgel ost ovn palme panda papir
paraply park pelikan pensel pingvin plante pude pumpe purløg rabarber radio ramme regn ridder ring
robot rosin rubin rugbrød ræv sadel saft saks salat sand sang seng silke skib skjorte skov sky
slange slot smør sne snegl sofa sol spade spand spejl spurv sten stige stjerne stol stork storm
strand sukker svamp svane syltetøj sæbe sø tallerken taske telt tiger timian tog tomat torsk traktor
trappe tromme trøje tulipan tunnel tæppe tøffel ugle ulv vandmand vanilje vase vej vifte vindmølle
viol violin vogn vulkan væg ål æble æg ært ørn ørred østers
`
  .trim()
  .split(/\s+/);
