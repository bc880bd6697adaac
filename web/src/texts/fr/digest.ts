import type { DigestState } from '@acquit/recovery';

export const digest = {
  title: 'Le résumé de la semaine',
  lead: (address: string) =>
    `Chaque semaine, à ${address} : ce qui est entré, ce qui attend quelqu'un, les promesses, les échéanciers, les litiges en retard et ce qui partira. Il vous est propre : chacun choisit le sien.`,
  day: 'Jour',
  never: 'Ne pas le recevoir',
  each: (weekday: string) => `Chaque ${weekday}`,
  preview: "Voir ce qu'il dirait aujourd'hui",
  hide: 'Cacher',
  testMode: 'La société est en mode test : il sera seulement montré ici.',
  saved: (weekday: string) => `Vous le recevrez chaque ${weekday}.`,
  ended: 'Vous ne le recevrez plus.',
  last: 'Les derniers',
  states: {
    due: 'en attente de départ',
    reserved: 'en cours de départ',
    ending: 'en cours de départ',
    sent: 'envoyé',
    'in-doubt': "envoi incertain : peut-être reçu, il n'est pas renvoyé",
    refused: 'refusé',
    captured: 'retenu en mode test',
    cancelled: 'annulé',
  } satisfies Record<DigestState, string>,
  offer: {
    title: 'Recevoir la semaine en un e-mail chaque lundi ?',
    text: "Ce qui est entré, ce qui attend, ce qui partira. Il vient de votre propre messagerie et s'arrête dans Réglages, puis Messagerie.",
    accept: 'Le recevoir',
    decline: 'Non merci',
  },
};
