import { day, euros, formatDay, frenchDate, frenchShortDate, insolvencyClaim } from '@acquit/law';
import type { DocumentTable } from '../../documents/document.ts';
import { addressLines, statedName } from '../../texts/parties.ts';
import { fr } from '../../texts/typography.ts';
import { field, paper, section, signing, table, text, written } from '../blocks.ts';
import { basisSection, courtLines, exhibitsSection } from '../common.ts';
import type { Composer, Made } from '../made.ts';
import { answer, answeredDay, creditorSection, debtorSection, insolvencyWords } from '../parties.ts';
import { interestName, interestSentence } from '../sums.ts';

/** The last days to declare and to ask for relief, when the day of publication is known. */
export function declarationDays({ facts }: Made): { declareBefore: string; reliefBefore: string } | null {
  const { insolvencyOpenedOn } = facts.case.debtor;
  const publishedOn = answer(facts, 'publishedOn');
  if (insolvencyOpenedOn === null || publishedOn === null) return null;
  const outcome = insolvencyClaim({ openedOn: formatDay(insolvencyOpenedOn), publishedOn });
  return outcome.refusal === undefined ? outcome.value : null;
}

/** One line a claim: due, what ran until the day before the judgment, to fall due with its day. */
function declaredTable(made: Made): DocumentTable {
  const { account } = made;
  const row = (cells: string[]) => ({ cells, muted: false });
  const due = account.due.map(({ claim, principalCents, penaltyCents, indemnityCents, askedCents }) =>
    row([
      claim.number,
      claim.dueOn === null ? '–' : frenchShortDate(claim.dueOn),
      euros(principalCents),
      euros(penaltyCents),
      euros(indemnityCents),
      '–',
      euros(askedCents),
    ]),
  );
  const later = account.toFallDue.map((claim) =>
    row([
      claim.number,
      claim.dueOn === null ? '–' : frenchShortDate(claim.dueOn),
      '–',
      '–',
      '–',
      euros(claim.openCents),
      euros(claim.openCents),
    ]),
  );
  const toFallDue = account.toFallDue.reduce((total, claim) => total + claim.openCents, 0);
  return {
    columns: [
      { label: 'Facture', align: 'left' },
      { label: 'Échéance', align: 'left' },
      { label: 'Principal échu', align: 'right' },
      { label: interestName(account), align: 'right' },
      { label: 'Indemnité', align: 'right' },
      { label: 'À échoir', align: 'right' },
      { label: 'Total', align: 'right' },
    ],
    rows: [...due, ...later],
    totals: [
      { label: 'Principal échu', value: euros(account.principalCents), strong: false },
      {
        label: fr`${interestName(account)} à la veille du jugement`,
        value: euros(account.penaltyCents),
        strong: false,
      },
      { label: 'Indemnités forfaitaires (lecture, à vérifier)', value: euros(account.indemnityCents), strong: false },
      ...(account.creditCents === 0
        ? []
        : [
            {
              label: 'Avoirs et règlements non affectés, à déduire',
              value: euros(-account.creditCents),
              strong: false,
            },
          ]),
      { label: 'À échoir', value: euros(toFallDue), strong: false },
      { label: 'Total déclaré', value: euros(declaredCents(made)), strong: true },
    ],
  };
}

/** What is declared: what is due on the judgment and what falls due after it, in cents. */
export function declaredCents({ account }: Made): number {
  return account.totalCents + account.toFallDue.reduce((total, claim) => total + claim.openCents, 0);
}

/**
 * The declaration of a claim (art. L622-24, L622-25, R622-23 C. com.): what is due on the day of the judgment, what is
 * to fall due with its dates, security and rank, interest that goes on, evidence; certified sincere unless there is a
 * title. Sent by registered letter: the postmark is what counts.
 */
export const composeDeclaration: Composer = (made) => {
  const { facts, account } = made;
  const days = declarationDays(made);
  const title = answeredDay(facts, 'titleOn');
  const representative = answer(facts, 'representative');
  return {
    ...paper(facts, {
      key: 'insolvency-declaration',
      title: 'Déclaration de créance',
      basis: fr`Articles L622-24, L622-25, R622-23 et R622-24 du code de commerce`,
    }),
    addressee: written(representative),
    lead: [
      'Par lettre recommandée avec accusé de réception.',
      ...(days === null
        ? ['La date limite dépend du jour de publication au BODACC, qui manque.']
        : [fr`À envoyer au plus tard le ${frenchDate(day(days.declareBefore))}, le cachet de la poste faisant foi.`]),
    ],
    sections: [
      creditorSection(facts, 'Créancier', null),
      debtorSection(facts, 'Débiteur', false),
      section('Procédure', [
        field('Procédure', insolvencyWords(facts), null),
        field('Publiée au BODACC le', answeredDay(facts, 'publishedOn'), 'art. R622-24 C. com.'),
        field('Juridiction', facts.court?.name ?? answer(facts, 'courtName'), null),
      ]),
      section('Créance déclarée', [
        table(null, declaredTable(made)),
        text(interestSentence(facts, account)),
        text(
          'Le jugement d’ouverture arrête le cours des intérêts légaux et conventionnels et des intérêts de retard (art. L622-28 C. com.), sauf prêts et paiements différés d’un an ou plus.',
        ),
      ]),
      section('Sûreté et titre', [
        field('Privilège ou sûreté, et rang', answer(facts, 'security'), 'art. L622-25 C. com.'),
        field('Titre exécutoire', title === null ? 'Néant' : fr`Titre du ${title}`, null),
        field('Juridiction déjà saisie', answer(facts, 'seisedCourt') ?? 'Néant', 'art. R622-23 C. com.'),
        field('Monnaie', 'Euro', 'art. L622-25 C. com.'),
      ]),
      basisSection(made, 'Éléments de preuve de l’existence et du montant'),
      section('Certification', [
        text(
          title === null
            ? fr`Le soussigné certifie sincère la présente créance (art. L622-25 C. com.).`
            : fr`La créance résulte d’un titre exécutoire : elle n’a pas à être certifiée sincère (art. L622-25 C. com.).`,
          true,
        ),
      ]),
      exhibitsSection(facts, 'Pièces jointes, en copie'),
    ],
    ending: signing(facts, 'Déclaration de créance', fr`Pour ${statedName(facts.company)} : nom, qualité, signature`),
  };
};

/** To the juge-commissaire: relief from the lapse, within its own period, for a cause that is not the creditor's. */
export const composeRelief: Composer = (made) => {
  const { facts } = made;
  const days = declarationDays(made);
  return {
    ...paper(facts, {
      key: 'relief-request',
      title: 'Requête en relevé de forclusion',
      basis: fr`Articles L622-26 et R622-25 du code de commerce`,
    }),
    addressee: ['Juge-commissaire', ...courtLines(made)],
    lead: days === null ? [] : [fr`À déposer au plus tard le ${frenchDate(day(days.reliefBefore))}.`],
    sections: [
      creditorSection(facts, 'Requérant'),
      debtorSection(facts, 'Débiteur', false),
      section('Procédure', [
        field('Procédure', insolvencyWords(facts), null),
        field('Publiée au BODACC le', answeredDay(facts, 'publishedOn'), null),
        field(
          'Dernier jour pour déclarer',
          days === null ? null : frenchDate(day(days.declareBefore)),
          'art. R622-24 C. com.',
        ),
      ]),
      section('Créance', [field('Montant à déclarer', euros(declaredCents(made)), null)]),
      section('Motif', [
        field(
          'Pourquoi la déclaration n’a pas été faite à temps',
          answer(facts, 'reliefReason'),
          'art. L622-26 C. com.',
        ),
        text(
          'Le créancier établit que sa défaillance n’est pas due à son fait, ou qu’elle tient à une omission du débiteur lors de l’établissement de la liste de ses créanciers.',
        ),
      ]),
      section('Demande', [
        text(
          'Relever le créancier de la forclusion et l’autoriser à déclarer sa créance ; les délais de déclaration courent alors de la notification de la décision et sont réduits de moitié.',
        ),
        field('Adresse pour la notification', addressLines(facts.company.address).join(', ') || null, null),
      ]),
    ],
  };
};
