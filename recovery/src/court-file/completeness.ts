import { day, daysBetween, euros, frenchDate } from '@acquit/law';
import { enumerated, fr } from '../texts/typography.ts';
import { claimKindOf } from './common.ts';
import { composeCourtDocument, documentKeys } from './compose.ts';
import { bringsToCourt, contentsOf, DOCUMENT_NAMES, enforces } from './contents.ts';
import { courtLinesOf } from './court-check.ts';
import { declarationDays } from './documents/insolvency.ts';
import { exhibitLines } from './exhibit-check.ts';
import { type CompletenessLine, doubt, met, missing } from './lines.ts';
import type { Made } from './made.ts';
import { answer } from './parties.ts';
import { creditorQuality } from './route-facts.ts';
import { supplyLinesOf } from './supply-check.ts';

export type { CompletenessLine } from './lines.ts';

export interface Completeness {
  lines: CompletenessLine[];
  /** « Prêt à signer » : no mandatory line is missing. */
  ready: boolean;
}

/** The list of the route, each line met, missing or doubtful with its article and what to do. Pure, and live on screen. */
export function completenessOf(made: Made): Completeness {
  const lines = [
    ...routeLines(made),
    ...qualityLines(made),
    ...sumLines(made),
    ...(bringsToCourt(made.facts.procedure) ? courtLinesOf(made) : []),
    ...amicableLines(made),
    ...limitationLines(made),
    ...insolvencyLines(made),
    ...supplyLinesOf(made),
    ...exhibitLines(made),
    ...fieldLines(made),
  ];
  const { isDisputed } = made.facts;
  if (isDisputed)
    lines.push(
      doubt(
        'dispute',
        'Contestation non réglée',
        'Répondez à la contestation, ou joignez ce qui la dément : une créance sérieusement contestée se juge au fond.',
      ),
    );
  return { lines, ready: !lines.some((line) => line.mandatory && line.state === 'missing') };
}

function routeLines({ facts, found }: Made): CompletenessLine[] {
  if (contentsOf(facts.procedure) === null)
    return [
      missing(
        'route',
        'Voie',
        'Aucun dossier n’est prévu pour cette voie : elle se fait sur sa plateforme ou son formulaire.',
      ),
    ];
  if (found === null) return [];
  if (found.open) return [met('route', fr`Voie ouverte sur ces faits : ${found.name}`)];
  return [missing('route', fr`Voie fermée sur ces faits : ${found.name}`, found.why)];
}

function qualityLines({ facts }: Made): CompletenessLine[] {
  const lines: CompletenessLine[] = [];
  if (!bringsToCourt(facts.procedure)) return lines;
  const add = (key: string, label: string, known: boolean, todo: string) =>
    lines.push(known ? met(key, label) : missing(key, label, todo));
  add(
    'creditor-quality',
    'Qualité du créancier',
    creditorQuality(facts) !== null,
    'Dites si le créancier est commerçant, artisan, société commerciale, profession libérale… : le tribunal en dépend.',
  );
  add(
    'debtor-kind',
    'Nature du débiteur',
    facts.case.debtor.kind !== null,
    'Renseignez la nature du débiteur dans sa fiche : le tribunal et les sommes en dépendent.',
  );
  add(
    'claim-kind',
    'Nature de la créance',
    claimKindOf(facts) !== null,
    'Choisissez la nature de la créance : le tribunal et la prescription en dépendent.',
  );
  return lines;
}

function sumLines(made: Made): CompletenessLine[] {
  const { facts, account, titled } = made;
  if (titled !== null) return [met('sum', fr`Somme due au titre : ${euros(titled.totalDueCents)}`)];
  const later = account.toFallDue.length > 0 && facts.procedure === 'insolvency-claim';
  const lines: CompletenessLine[] = [
    account.totalCents > 0 || later
      ? met('sum', fr`Somme égale au décompte : ${euros(account.totalCents)}`, 'art. 1407 CPC')
      : missing('sum', 'Somme demandée', fr`Rien n’est exigible au ${frenchDate(facts.on)}.`, 'art. 1407 CPC'),
  ];
  if (enforces(facts.procedure))
    lines.push(
      doubt(
        'title-account',
        'Titre non enregistré',
        'Enregistrez la décision dans une procédure : le décompte donnera ce qu’elle accorde et les intérêts au taux légal, au lieu des sommes demandées.',
      ),
    );
  const undated = account.due.filter(({ claim }) => claim.dueOn === null).map(({ claim }) => claim.number);
  if (undated.length > 0)
    lines.push(
      doubt(
        'due-date',
        'Échéance inconnue',
        fr`Renseignez l’échéance de ${enumerated(undated)} : une créance se demande quand elle est exigible.`,
      ),
    );
  const refused = account.due.filter(({ refusal }) => refusal !== null);
  if (refused.length > 0)
    lines.push(
      doubt(
        'rate',
        'Intérêts non calculés',
        fr`${refused[0]!.refusal!.message} Seul le principal est demandé pour ${enumerated(refused.map(({ claim }) => claim.number))}.`,
      ),
    );
  // Interest runs every day: a sum of the day it was opened lies between the principal and what is owed today.
  const { recordedCents } = facts;
  if (recordedCents !== null && (recordedCents < account.principalCents || recordedCents > account.totalCents))
    lines.push(
      doubt(
        'recorded-sum',
        'Somme différente de celle de la procédure',
        fr`La procédure a été ouverte pour ${euros(recordedCents)} ; le décompte du jour donne ${euros(account.totalCents)}. Demandez la somme du décompte.`,
      ),
    );
  return lines;
}

/** An attempt with its proof, or an exemption that the judge will weigh. */
function amicableLines({ facts, found }: Made): CompletenessLine[] {
  const said = answer(facts, 'amicable');
  const isAsked = found?.missing.includes('amicable-attempt') === true;
  const label = 'Tentative amiable';
  const article = 'art. 54, 5° et 750-1 CPC';
  if (said === null)
    return isAsked
      ? [
          missing(
            'amicable',
            label,
            'Saisissez un conciliateur, un médiateur ou une procédure participative, ou dites ce qui en dispense : sans cela la demande est irrecevable.',
            article,
          ),
        ]
      : [];
  if (said.startsWith('exempt-'))
    return [
      doubt(
        'amicable',
        fr`${label} : dispense invoquée`,
        'Le juge l’apprécie : décrivez ce qui la justifie et joignez-en la preuve.',
        article,
      ),
    ];
  const proven = facts.exhibits.some((exhibit) => exhibit.kind === 'amicable-attempt');
  if (proven) return [met('amicable', label, article)];
  const todo = 'Joignez le constat d’échec ou l’attestation.';
  return [
    isAsked
      ? missing('amicable', fr`${label} sans preuve`, todo, article)
      : doubt('amicable', fr`${label} sans preuve`, todo, article),
  ];
}

/** Days before the end of a limitation from which it is said on every file. */
const NEAR = 60;

function limitationLines({ facts }: Made): CompletenessLine[] {
  const { limitation, on } = facts;
  if (limitation === null) return [];
  const which = enumerated(limitation.numbers);
  if (limitation.expired)
    return [
      missing(
        'limitation',
        'Prescription passée',
        fr`L’action est prescrite depuis le ${frenchDate(limitation.expiresOn)} pour ${which}. Retirez ces factures, ou ajoutez l’acte qui a interrompu la prescription.`,
      ),
    ];
  const left = daysBetween(on, limitation.expiresOn);
  return left > NEAR
    ? [met('limitation', fr`Prescription : ${frenchDate(limitation.expiresOn)} au plus tôt (${which})`)]
    : [
        doubt(
          'limitation',
          'Prescription proche',
          fr`Elle est acquise le ${frenchDate(limitation.expiresOn)} pour ${which}. Le dépôt d’une requête en injonction de payer ne l’interrompt pas : seule la signification de l’ordonnance l’interrompt.`,
        ),
      ];
}

function insolvencyLines(made: Made): CompletenessLine[] {
  const { facts } = made;
  if (facts.procedure !== 'insolvency-claim') return [];
  const label = 'Délai de déclaration';
  const article = 'art. R622-24 C. com.';
  if (facts.case.debtor.insolvencyOpenedOn === null)
    return [
      missing(
        'opening',
        'Jugement d’ouverture',
        'Renseignez la date du jugement d’ouverture dans la fiche du débiteur.',
      ),
    ];
  const days = declarationDays(made);
  if (days === null)
    return [
      missing('declare-before', label, 'Renseignez la date de publication au BODACC : le délai court d’elle.', article),
    ];
  const today = facts.on;
  const last = day(days.declareBefore);
  if (today <= last) return [met('declare-before', fr`${label} : jusqu’au ${frenchDate(last)}`, article)];
  const relief = day(days.reliefBefore);
  return [
    missing(
      'declare-before',
      fr`${label} expiré le ${frenchDate(last)}`,
      today <= relief
        ? fr`Demandez à être relevé de forclusion avant le ${frenchDate(relief)}.`
        : 'Le relevé de forclusion n’est plus recevable non plus.',
      article,
    ),
  ];
}

/** The court has a line of its own. */
const COURT_FIELDS: readonly string[] = ['Juridiction', 'Lieu'];

/** What the documents print as « à compléter »: mandatory when a text asks for it. */
function fieldLines(made: Made): CompletenessLine[] {
  const lines = new Map<string, CompletenessLine>();
  let asked = 0;
  for (const key of documentKeys(made.facts).main) {
    for (const { title, blocks } of composeCourtDocument(made, key).sections) {
      for (const block of blocks) {
        if (block.kind !== 'field') continue;
        if (block.article !== null) asked++;
        if (block.value !== null || (COURT_FIELDS.includes(block.label) && bringsToCourt(made.facts.procedure)))
          continue;
        const label = `${title} – ${block.label}`;
        const todo = fr`À compléter : ${DOCUMENT_NAMES[key].toLowerCase()}.`;
        const name = `field-${title}-${block.label}`;
        if (!lines.has(name))
          lines.set(
            name,
            block.article === null ? doubt(name, label, todo) : missing(name, label, todo, block.article),
          );
      }
    }
  }
  const list = [...lines.values()];
  if (asked > 0 && !list.some((line) => line.mandatory))
    list.unshift(met('contents', fr`Mentions exigées par les textes : toutes présentes`));
  return list;
}
