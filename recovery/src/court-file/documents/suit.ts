import { euros } from '@acquit/law';
import { fr } from '../../texts/typography.ts';
import { centsOf } from '../account.ts';
import { field, hand, orMissing, paper, quote, recall, section, text } from '../blocks.ts';
import { amicableSection, basisSection, courtLines, exhibitsSection } from '../common.ts';
import type { Composer, Made } from '../made.ts';
import type { CourtBlock, CourtSection } from '../model.ts';
import { agentOf, answer, answeredDay, creditorSection, debtorSection } from '../parties.ts';
import { GRACE_BEFORE_COMMERCIAL_COURT, GRACE_BEFORE_JUDICIAL_COURT, TIME_TO_APPOINT_A_LAWYER } from '../quotations.ts';
import { sumsSection } from '../sums.ts';

const COMMERCIAL = ['commercial', 'economic', 'commercial-or-economic', 'mixed-commercial'];

const isCommercial = ({ found, facts }: Made): boolean =>
  COMMERCIAL.includes(facts.court?.kind ?? found?.courtKind ?? '');

/** How the defendant appears, and who may stand for him (art. 56, 752, 753, 853, 855 CPC). */
function appearanceSection(made: Made): CourtSection {
  const { facts, found } = made;
  const commercial = isCommercial(made);
  const lawyer = found?.lawyer === true;
  const when = answeredDay(facts, 'hearingOn');
  const who: CourtBlock = lawyer
    ? text(
        commercial
          ? fr`Vous devez constituer avocat (art. 853 CPC).`
          : fr`Vous devez constituer avocat dans le délai reproduit ci-dessous (art. 752 et 760 CPC).`,
      )
    : text(
        commercial
          ? fr`Vous pouvez vous défendre vous-même, ou vous faire assister ou représenter par toute personne de votre choix ; si elle n’est pas avocat, elle justifie d’un pouvoir spécial (art. 853 CPC).`
          : fr`Vous pouvez vous défendre vous-même, ou vous faire assister ou représenter par un avocat, votre conjoint, concubin ou partenaire de pacte civil de solidarité, vos parents ou alliés en ligne directe, vos parents ou alliés en ligne collatérale jusqu’au troisième degré, ou une personne exclusivement attachée à votre service personnel ou à votre entreprise ; le représentant qui n’est pas avocat justifie d’un pouvoir spécial (art. 762 CPC).`,
      );
  return section('Comparution', [
    field('Date de l’audience', when, 'art. 56 CPC'),
    field('Heure et salle', answer(facts, 'hearingAt'), 'art. 56 CPC'),
    field('Lieu', facts.court === null ? null : [facts.court.name, ...facts.court.lines].join(', '), 'art. 56 CPC'),
    who,
    text(
      fr`Faute pour vous de comparaître, vous vous exposez à ce qu’un jugement soit rendu contre vous sur les seuls éléments fournis par votre adversaire (art. 56 CPC).`,
      true,
    ),
    ...claimantBlocks(made),
    ...reproduced(commercial, lawyer),
  ]);
}

/** Who stands for the claimant, and where he is written to in France when he lives abroad (art. 752, 753 and 855 CPC). */
function claimantBlocks(made: Made): CourtBlock[] {
  const { facts, found } = made;
  const article = isCommercial(made) ? 'art. 855 CPC' : 'art. 753 CPC';
  const lawyer = answer(facts, 'lawyer');
  return [
    found?.lawyer === true
      ? field('Avocat du demandeur', lawyer, isCommercial(made) ? 'art. 853 CPC' : 'art. 752 CPC')
      : field('Représentant du demandeur', lawyer ?? agentOf(facts) ?? 'Néant : le demandeur agit lui-même.', article),
    ...(facts.company.address.country === 'FR'
      ? []
      : [field('Élection de domicile en France', answer(facts, 'electedDomicile'), article)]),
  ];
}

/** The texts that the writ reproduces. */
function reproduced(commercial: boolean, lawyer: boolean): CourtBlock[] {
  if (commercial)
    return [quote('art. 861-2 CPC, reproduit en application de l’art. 855', GRACE_BEFORE_COMMERCIAL_COURT)];
  return lawyer
    ? [quote('art. 763 CPC, délai pour constituer avocat', TIME_TO_APPOINT_A_LAWYER)]
    : [quote('art. 832 CPC, reproduit en application de l’art. 753', GRACE_BEFORE_JUDICIAL_COURT)];
}

function demandSection({ facts, account }: Made, isReferee: boolean): CourtSection {
  const costs = centsOf(answer(facts, 'irrepetible'));
  return section(
    isReferee
      ? 'Par ces motifs, il est demandé au juge des référés de'
      : 'Par ces motifs, il est demandé au tribunal de',
    [
      {
        kind: 'list',
        items: [
          fr`${isReferee ? 'Condamner, à titre de provision,' : 'Condamner'} ${facts.case.debtor.name} à payer la somme de ${euros(account.totalCents)}, détaillée ci-dessus${account.penaltyCents > 0 ? fr`, les intérêts continuant à courir jusqu’au paiement` : ''} ;`,
          fr`Condamner ${facts.case.debtor.name} à payer ${costs === null ? orMissing(null) : euros(costs)} au titre de l’article 700 du code de procédure civile ;`,
          fr`Condamner ${facts.case.debtor.name} aux dépens.`,
        ],
      },
    ],
  );
}

/**
 * A draft of the writ: parties and claim (art. 54), hearing, grounds, list of documents and warning (art. 56), how to
 * appear and the texts that the act reproduces (art. 752 and 753, or 855). A commissaire de justice serves it; where a
 * lawyer is needed, he makes it his.
 */
function composeSuit(made: Made, isReferee: boolean) {
  const { facts, account, found } = made;
  const commercial = isCommercial(made);
  return {
    ...paper(facts, {
      key: isReferee ? ('refere' as const) : ('assignation' as const),
      title: isReferee ? 'Assignation en référé-provision' : 'Assignation au fond',
      basis: isReferee
        ? fr`Articles 54 à 56 et ${commercial ? '873, alinéa 2' : '835, alinéa 2'} du code de procédure civile`
        : fr`Articles 54 à 56 et ${commercial ? '855' : found?.lawyer === true ? '752' : '753'} du code de procédure civile`,
    }),
    addressee: courtLines(made, isReferee ? 'president' : 'bench'),
    lead: [
      fr`L’an ${orMissing(null)} et le ${orMissing(null)}, à la requête du demandeur ci-dessous, le commissaire de justice soussigné donne assignation au défendeur à comparaître à l’audience indiquée.`,
    ],
    sections: [
      creditorSection(facts),
      debtorSection(facts, 'Défendeur'),
      appearanceSection(made),
      basisSection(made, 'Objet du litige et fondement'),
      section('Faits et moyens', [
        field('Exposé', answer(facts, 'facts'), 'art. 56 CPC'),
        text(
          isReferee
            ? fr`L’existence de l’obligation est soumise au juge sur les pièces jointes ; une provision est demandée pour ce qui n’en serait pas sérieusement contestable (art. ${commercial ? '873, al. 2' : '835, al. 2'} CPC).`
            : fr`Les contrats légalement formés tiennent lieu de loi à ceux qui les ont faits (art. 1103 C. civ.) ; le débiteur d’une somme d’argent la paie à son échéance (art. 1342 et 1344 C. civ.).`,
        ),
      ]),
      sumsSection(facts, account, found),
      ...(commercial ? [] : [amicableSection(made)]),
      demandSection(made, isReferee),
      exhibitsSection(facts, 'Pièces invoquées'),
    ],
    ending: {
      recall: recall(facts, isReferee ? 'Assignation en référé-provision' : 'Assignation au fond'),
      placeAndDate: '',
      fields: [hand('Coût de l’acte', 2), hand('Commissaire de justice : sceau et signature', 4)],
    },
  };
}

export const composeAssignation: Composer = (made) => composeSuit(made, false);
export const composeRefere: Composer = (made) => composeSuit(made, true);
