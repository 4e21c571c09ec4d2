/** Danish words of what is fetched once there is a list. */
export const laterDa = {
  revokeTitle: 'Tilbagekald invitationen til {name}?',
  revokeHint: 'Linket til {phone} holder op med at virke. Du kan sende et nyt bagefter.',
  revokeHintOpened: '{name} har åbnet linket og kommer med det samme ud af køen eller samtalen.',
  rewrite: 'Tilbagekald, og ret nummeret',
  keep: 'Behold',
  revoking: 'Tilbagekalder …',
};
