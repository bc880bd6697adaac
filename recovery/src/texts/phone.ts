import type { MessageFacts } from '../model/decision.ts';
import type { Objective } from '../model/scenario.ts';
import { lawfulFacts } from './lawful.ts';
import { fr } from './typography.ts';
import { type Correspondents, wordsOf } from './words.ts';

/** What to obtain, by objective: a call that ends without one of these has to be made again. */
const ASK: Record<Objective, string[]> = {
  inform: [fr`S’assurer que la facture est bien arrivée, qu’elle est acceptée et qu’il ne manque rien pour la régler.`],
  remind: [fr`Demander si la facture est bien prévue au règlement, et à quelle date.`],
  'find-the-cause': [
    fr`Demander ce qui retarde le règlement : facture reçue ? acceptée ? bloquée, et par qui ? litige ? trésorerie ?`,
    fr`Oubli ou circuit interne : obtenir une date de règlement précise, et le nom de la personne qui s’en charge.`,
    fr`Contestation : noter le motif et la pièce demandée, sans discuter ; mettre le dossier en pause le temps d’y répondre.`,
    fr`Difficulté de trésorerie : proposer un échéancier court, à confirmer par écrit.`,
  ],
  'get-a-date': [
    fr`Demander où en est le paiement (service fait, mandatement, mise en paiement) et ce qui manque pour avancer.`,
    fr`Obtenir une date de paiement précise et le nom de la personne qui suit le dossier.`,
  ],
  'confirm-call': [
    fr`Reprendre ce qui avait été convenu au téléphone : montant, date, personne.`,
    fr`S’assurer que rien ne s’y oppose ; à défaut, convenir d’une nouvelle date, la seule.`,
  ],
  warn: [fr`Demander le règlement et la date du virement ; dire simplement quelle sera l’étape suivante, sans menace.`],
  decide: [fr`Faire le point avant de décider de la suite : règlement annoncé, contestation, échéancier ?`],
};

/** A private person's debts are nobody else's business, and he has no accounts department. */
const ASK_CONSUMER: Partial<Record<Objective, string[]>> = {
  'find-the-cause': [
    fr`Ne parler de la facture qu’à l’intéressé : à toute autre personne, demander seulement quand le joindre.`,
    fr`Demander si la facture est bien arrivée et ce qui retarde le règlement : oubli ? désaccord ? difficulté passagère ?`,
    fr`Oubli : convenir d’une date de règlement précise.`,
    fr`Désaccord : noter le motif, sans discuter ; mettre le dossier en pause le temps d’y répondre.`,
    fr`Difficulté : proposer un paiement en plusieurs fois, à confirmer par écrit.`,
  ],
};

/** What to say on the telephone, line by line: who calls, about what, what to obtain, how to end. */
export function phoneScript(frozen: MessageFacts, who: Correspondents): string[] {
  const facts = lawfulFacts(frozen, who);
  const words = wordsOf(facts);
  const isConsumer = facts.profile === 'consumer';
  const contact =
    (frozen.to ?? { name: who.debtor.contactName }).name ??
    (isConsumer ? who.debtor.name : 'la personne qui règle les factures');
  const { collector, name } = who.company;
  const caller = collector ? fr`${collector.name}, pour ${name},` : name;
  return [
    fr`« Bonjour, ${caller} à l’appareil. Puis-je parler à ${contact} ? »`,
    words.count === 1
      ? fr`« Je vous appelle au sujet de la facture ${words.numbers}, échue le ${words.dueOn} : il reste ${words.total} à régler. »`
      : fr`« Je vous appelle au sujet de nos factures (${words.numbers}) : il reste ${words.total} à régler, la plus ancienne étant échue le ${words.dueOn}. »`,
    ...((isConsumer ? ASK_CONSUMER[facts.objective] : undefined) ?? ASK[facts.objective]),
    fr`Terminer en répétant ce qui est convenu : date, montant, personne. Le noter dans le dossier.`,
  ];
}
