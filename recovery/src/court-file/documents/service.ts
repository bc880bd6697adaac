import { day, euros, frenchDate, paymentOrder } from '@acquit/law';
import { fr } from '../../texts/typography.ts';
import { field, paper, section, text, written } from '../blocks.ts';
import { exhibitNumber, orderFields } from '../common.ts';
import type { Composer, Made } from '../made.ts';
import type { CourtBlock, CourtFileProcedure } from '../model.ts';
import { answer, answeredDay, debtorLine } from '../parties.ts';

/** What a commissaire de justice is asked to serve, with the texts it rests on. */
interface Served {
  basis: string;
  lead: string;
  blocks: CourtBlock[];
}

const SERVICE = 'Articles 654 à 664-1';

/** Until when the order may be served, by the law of its day; an order not served in time is void. */
function serviceLimit({ facts }: Made): string {
  const orderedOn = answer(facts, 'orderedOn');
  const outcome = orderedOn === null ? null : paymentOrder({ orderedOn });
  if (outcome === null || outcome.refusal !== undefined)
    return fr`L’ordonnance non signifiée dans son délai est non avenue (art. 1411 CPC) ; sa date, qui le fixe, manque.`;
  return fr`À signifier au plus tard le ${frenchDate(day(outcome.value.serveBefore))} : passé ce jour, l’ordonnance est non avenue (art. 1411 CPC).`;
}

function order(made: Made): Served {
  return {
    basis: fr`${SERVICE}, 1411 et 1413 du code de procédure civile`,
    lead: fr`Nous vous prions de bien vouloir signifier l’ordonnance ci-dessous, si possible à personne, et de nous en rendre compte avec l’acte et son coût.`,
    blocks: [
      ...orderFields(made),
      text(serviceLimit(made), true),
      text(
        'À signifier ensemble : copie certifiée de la requête et de l’ordonnance, bordereau des pièces ; les pièces sont mises à disposition en ligne ou jointes.',
      ),
    ],
  };
}

/** The formal demand of an officer: worth a notice, forces nothing, and its cost stays with the creditor. */
function summons(): Served {
  return {
    basis: fr`Article 1344 du code civil ; articles 654 à 664-1 du code de procédure civile`,
    lead: fr`Nous vous prions de bien vouloir faire sommation au débiteur de payer la somme ci-dessous, et de nous en rendre compte avec l’acte et son coût.`,
    blocks: [
      field('Acte', 'Sommation de payer', 'art. 1344 C. civ.'),
      text(
        fr`La sommation vaut mise en demeure. Elle n’interrompt pas la prescription, et son coût reste à notre charge (art. L111-8 CPCE).`,
      ),
    ],
  };
}

/** The certificate that a cheque was not paid: its service is a demand, and leads to a title without a judge. */
function cheque({ facts }: Made): Served {
  const number = exhibitNumber(facts, 'cheque');
  return {
    basis: fr`Article L131-73 du code monétaire et financier ; article L111-3, 5° du code des procédures civiles d’exécution`,
    lead: fr`Nous vous prions de bien vouloir signifier au tireur le certificat de non-paiement ci-joint et, à défaut de justification du paiement dans le délai légal, d’établir le titre exécutoire.`,
    blocks: [
      field('Acte', 'Certificat de non-paiement d’un chèque', 'art. L131-73 CMF'),
      field('Pièce', number === null ? null : fr`n°\u00a0${number}`, 'art. L131-73 CMF'),
      text('La signification du certificat vaut commandement de payer.'),
    ],
  };
}

/** The writ while nothing was decided: it is served, then filed, in time for the hearing. */
function writ({ facts }: Made): Served {
  const isReferee = facts.procedure === 'refere-provision';
  return {
    basis: fr`${SERVICE}, 754, 856 et 857 du code de procédure civile`,
    lead: fr`Nous vous prions de bien vouloir délivrer l’assignation ci-jointe, si possible à personne, puis de nous en rendre compte avec l’acte et son coût.`,
    blocks: [
      field('Acte', isReferee ? 'Assignation en référé-provision' : 'Assignation au fond', 'art. 55 CPC'),
      field('Juridiction', facts.court?.name ?? answer(facts, 'courtName'), null),
      field('Date de l’audience', answeredDay(facts, 'hearingOn'), 'art. 56 CPC'),
      text(
        isReferee
          ? 'À délivrer assez tôt pour que le défendeur ait pu préparer sa défense (art. 486 CPC).'
          : fr`À délivrer, et sa copie à remettre au greffe, dans les délais qui précèdent l’audience (art. 754 CPC devant le tribunal judiciaire ; art. 856 et 857 CPC devant le tribunal de commerce) : la remise tardive rend l’assignation caduque.`,
        true,
      ),
    ],
  };
}

function decision(made: Made): Served {
  return {
    basis: fr`${SERVICE} du code de procédure civile`,
    lead: fr`Nous vous prions de bien vouloir signifier la décision ci-dessous, si possible à personne, et de nous en rendre compte avec l’acte et son coût.`,
    blocks: orderFields(made),
  };
}

const SUITS: readonly CourtFileProcedure[] = ['assignation', 'refere-provision'];

function servedOf(made: Made): Served {
  const { facts } = made;
  if (facts.procedure === 'injonction-de-payer') return order(made);
  if (facts.procedure === 'sommation-de-payer') return summons();
  if (facts.procedure === 'cheque-title') return cheque(made);
  return SUITS.includes(facts.procedure) && answer(facts, 'orderedOn') === null ? writ(made) : decision(made);
}

/** To the commissaire de justice: what to serve, on whom, at which addresses, and by when. */
export const composeServiceInstructions: Composer = (made) => {
  const { facts, account } = made;
  const { basis, lead, blocks } = servedOf(made);
  return {
    ...paper(facts, {
      key: 'service-instructions',
      title:
        facts.procedure === 'sommation-de-payer'
          ? 'Instructions au commissaire de justice : sommation de payer'
          : 'Instructions au commissaire de justice : signification',
      basis,
    }),
    addressee: written(answer(facts, 'commissaire')),
    lead: [lead],
    sections: [
      section(facts.procedure === 'sommation-de-payer' ? 'Acte à délivrer' : 'Acte à signifier', blocks),
      section('Débiteur', [
        field('Identité', debtorLine(facts), null),
        ...optional('Autres adresses connues', answer(facts, 'debtorAddresses')),
        ...optional('Téléphone', facts.case.debtor.phone),
        ...optional('Adresse électronique', facts.case.debtor.email),
      ]),
      section('Sommes', [
        ...(facts.title?.baseIsGranted
          ? [field('Somme accordée par la décision', euros(facts.title.baseCents), null)]
          : []),
        field(
          fr`Somme arrêtée au ${frenchDate(facts.on)}`,
          euros(facts.title?.totalDueCents ?? account.totalCents),
          null,
        ),
      ]),
    ],
  };
};

/** What helps to find the debtor, when it is known: nobody has to complete the rest. */
function optional(label: string, value: string | null): CourtBlock[] {
  return value === null ? [] : [field(label, value, null)];
}
