import type { Day } from '../calendar/index.ts';
import { derived, type Explanation, flagValue, given, givenDay } from '../explain/index.ts';
import { type ArticleKey, parameterNode, type SeriesName, valueOn } from '../parameters/index.ts';
import { type Hearing, isCommercialHearing } from './court.ts';
import type { RouteCase } from './input.ts';
import { memberNode, notNode, onFileNode } from './lists.ts';

/** A condition of one or several procedures, with the reason to give when it is not met. */
export interface Gate {
  readonly node: Explanation;
  readonly closed: ArticleKey;
}

function dateNode(label: string, on: Day): Explanation {
  return givenDay(label, on);
}

/** Whether something had happened by the day of the law; what has no date has not happened. */
function hasHappened(label: string, what: string, since: Day | null, on: Day): Explanation {
  if (since === null) return given(`${label} (aucune date donnée)`, false, 'flag');
  return derived('at-most', label, 'flag', [dateNode(what, since), dateNode('Date du calcul', on)]);
}

function atMost(label: string, what: string, cents: number, name: SeriesName, limit: string, on: Day): Explanation {
  return derived('at-most', label, 'flag', [
    given(what, cents, 'cents'),
    parameterNode(limit, valueOn(name, on)!, 'cents'),
  ]);
}

/** Whether a switch of the law has a position on a day that its series covers. */
function switchNode(label: string, name: SeriesName, position: string, on: Day): Explanation {
  return derived('is-one-of', label, 'flag', [
    parameterNode('État du texte', valueOn(name, on)!, 'text'),
    given('Position attendue', position, 'text'),
  ]);
}

/** The conditions about the state of the debtor and of the claim, which close nearly everything (gates a, b, c, f). */
function stateGates(routeCase: RouteCase) {
  const { on, insolvencyOpenedOn, overindebtednessAdmittedOn, limitationExpiresOn, struckOff, evidence } = routeCase;
  const insolvent = hasHappened('Procédure collective ouverte', 'Jugement d’ouverture', insolvencyOpenedOn, on);
  const overindebted = hasHappened(
    'Surendettement recevable',
    'Décision de recevabilité',
    overindebtednessAdmittedOn,
    on,
  );
  const isStruckOff = given('Débiteur radié', struckOff, 'flag');
  const expired =
    limitationExpiresOn === null
      ? given('Prescription acquise (aucune date donnée)', false, 'flag')
      : derived('before', 'Prescription acquise', 'flag', [
          dateNode('Dernier jour avant prescription', limitationExpiresOn),
          dateNode('Date du calcul', on),
        ]);
  const title = derived('any-of', 'Titre exécutoire', 'flag', [
    given('Créance née d’un titre', routeCase.claimKind === 'judgment', 'flag'),
    onFileNode('Titre au dossier', evidence, 'route-title-evidence', on),
  ]);
  return {
    solvent: { node: notNode('Pas de procédure collective', insolvent), closed: 'route-closed-insolvent' },
    insolvent: { node: insolvent, closed: 'route-closed-not-insolvent' },
    notOverindebted: { node: notNode('Pas de surendettement', overindebted), closed: 'route-closed-overindebted' },
    overindebted: { node: overindebted, closed: 'route-closed-not-overindebted' },
    registered: { node: notNode('Pas de radiation', isStruckOff), closed: 'route-closed-struck-off' },
    struckOff: { node: derived('all-of', 'Radiation', 'flag', [isStruckOff]), closed: 'route-closed-not-struck-off' },
    inTime: { node: notNode('Prescription non acquise', expired), closed: 'route-closed-expired' },
    withTitle: { node: title, closed: 'route-closed-no-title' },
    withoutTitle: { node: notNode('Pas encore de titre exécutoire', title), closed: 'route-closed-title' },
  } as const satisfies Record<string, Gate>;
}

/** The conditions about who the debtor is, and where. */
function debtorGates({ debtorKind, country, on }: RouteCase) {
  const publicBody = memberNode(
    'Débiteur relevant du juge administratif',
    'Débiteur',
    debtorKind,
    'route-administrative-debtors',
    on,
  );
  const unseizable = memberNode(
    'Débiteur aux biens insaisissables',
    'Débiteur',
    debtorKind,
    'route-unseizable-debtors',
    on,
  );
  const inFrance = memberNode('Débiteur en France', 'Pays du débiteur', country, 'court-french-codes', on);
  const inUnion = memberNode('Débiteur dans un autre État membre', 'Pays du débiteur', country, 'court-eu-members', on);
  const excluded = memberNode('État non lié', 'Pays du débiteur', country, 'court-european-excluded', on);
  const near = either('Débiteur en France ou dans l’Union', inFrance, inUnion);
  const abroad = notNode('Débiteur hors de France', inFrance);
  // The European orders are for private debtors here: a foreign public body is a matter for a lawyer too.
  const beyond = either('Hors de l’Union, ou personne publique', notNode('Débiteur hors de l’Union', near), publicBody);
  const far = derived('all-of', 'Débiteur hors de portée des voies françaises et européennes', 'flag', [
    abroad,
    ...(flagValue(abroad) ? [beyond] : []),
  ]);
  return {
    publicBody: { node: publicBody, closed: 'route-closed-private' },
    notPublicBody: { node: notNode('Débiteur privé', publicBody), closed: 'route-closed-public-body' },
    seizable: { node: notNode('Biens saisissables', unseizable), closed: 'route-closed-unseizable' },
    inFrance: { node: inFrance, closed: 'route-closed-abroad' },
    inUnion: { node: inUnion, closed: 'route-closed-not-european' },
    boundByEurope: { node: notNode('État lié par les règlements', excluded), closed: 'route-closed-european-excluded' },
    near: { node: near, closed: 'route-closed-abroad' },
    far: { node: far, closed: 'route-closed-not-foreign' },
    wageEarner: {
      node: memberNode('Débiteur personne physique', 'Débiteur', debtorKind, 'route-wage-debtors', on),
      closed: 'route-closed-no-wage',
    },
  } as const satisfies Record<string, Gate>;
}

/** The condition that one of two holds: the second is shown only when the first does not decide. */
function either(label: string, first: Explanation, second: Explanation): Explanation {
  return derived('any-of', label, 'flag', flagValue(first) ? [first] : [first, second]);
}

function tradersNode({ creditorKind, debtorKind, on }: RouteCase): Explanation {
  return derived('all-of', 'Deux parties commerçantes', 'flag', [
    memberNode('Créancier commerçant', 'Créancier', creditorKind, 'route-traders', on),
    memberNode('Débiteur commerçant', 'Débiteur', debtorKind, 'route-traders', on),
  ]);
}

/** The conditions about the claim and what is said of it. */
function claimGates(routeCase: RouteCase, hearing: Hearing) {
  const { claimKind, contested, evidence, amountCents, interestCents, on } = routeCase;
  const contest = (label: string, list: SeriesName) => memberNode(label, 'Contestation', contested, list, on);
  const undetermined = memberNode('Créance sans montant propre', 'Créance', claimKind, 'route-undetermined-claims', on);
  const written = onFileNode('Écrit qui fixe le montant', evidence, 'route-amount-evidence', on);
  const traders = tradersNode(routeCase);
  const total = amountCents + interestCents;
  return {
    notSerious: {
      node: contest('Pas de contestation sérieuse', 'route-payment-order-contest'),
      closed: 'route-closed-serious',
    },
    unopposed: { node: contest('Pas de contestation', 'route-unopposed-contest'), closed: 'route-closed-opposed' },
    determined: {
      node: either('Montant déterminé', notNode('Créance au montant fixé par nature', undetermined), written),
      closed: 'route-closed-undetermined',
    },
    traders: { node: traders, closed: 'route-closed-not-traders' },
    tradersAdmitted: {
      node: either(
        'Procédure simplifiée admise entre ces parties',
        notNode('Une partie non commerçante', traders),
        switchNode('Admise entre commerçants à cette date', 'court-small-claims-between-traders', 'admise', on),
      ),
      closed: 'route-closed-small-claims-traders',
    },
    withinSmallClaims: {
      node: atMost(
        'Principal et intérêts dans la limite',
        'Principal et intérêts',
        total,
        'court-small-claims-limit',
        'Limite de la procédure simplifiée',
        on,
      ),
      closed: 'route-closed-small-claims-limit',
    },
    withinEurope: {
      node: atMost(
        'Montant dans la limite européenne',
        'Montant demandé',
        amountCents,
        'court-european-small-claims-limit',
        'Limite des petits litiges européens',
        on,
      ),
      closed: 'route-closed-european-limit',
    },
    withinRequest: {
      node: atMost(
        'Montant dans la limite de la requête',
        'Montant demandé',
        amountCents,
        'court-request-limit',
        'Limite de la requête',
        on,
      ),
      closed: 'route-closed-request-limit',
    },
    civilCourt: {
      node: notNode('Affaire civile', given('Affaire commerciale', isCommercialHearing(hearing), 'flag')),
      closed: 'route-closed-commercial-court',
    },
    cheque: {
      node: derived('any-of', 'Chèque', 'flag', [
        given('Créance de chèque', claimKind === 'cheque', 'flag'),
        onFileNode('Chèque au dossier', evidence, 'route-cheque-evidence', on),
      ]),
      closed: 'route-closed-no-cheque',
    },
  } as const satisfies Record<string, Gate>;
}

/** Whether the decree is published, by our tables or by somebody who has read it. */
function decreeNode(decreeSeen: boolean, on: Day): Explanation {
  const published = switchNode('Décret d’application publié', 'uncontested-commercial-decree', 'publié', on);
  if (!decreeSeen) return published;
  return either('Décret d’application lu', given('Publication vérifiée par l’utilisateur', true, 'flag'), published);
}

/** The conditions that only a date of the law decides. */
function lawGates({ claimKind, decreeSeen, on }: RouteCase) {
  const decree = valueOn('uncontested-commercial-decree', on);
  return {
    uncontestedLaw: {
      node: notNode('Procédure créée à cette date', given('Procédure pas encore créée', decree === null, 'flag')),
      closed: 'route-closed-uncontested-law',
    },
    uncontestedDecree: {
      // Before the law existed its decree was not awaited: one reason is enough.
      node: decree === null ? given('Décret pas encore attendu', true, 'flag') : decreeNode(decreeSeen, on),
      closed: 'route-closed-uncontested-decree',
    },
    uncontestedKind: {
      node: notNode(
        'Créance non exclue',
        memberNode('Créance exclue', 'Créance', claimKind, 'route-uncontested-excluded-claims', on),
      ),
      closed: 'route-closed-uncontested-kind',
    },
    wageLaw: {
      node: switchNode('Saisie sans juge à cette date', 'court-wage-attachment-reform', 'commissaire de justice', on),
      closed: 'route-closed-wage-law',
    },
  } as const satisfies Record<string, Gate>;
}

/** Every condition of a case, computed once. */
export function gatesOf(routeCase: RouteCase, hearing: Hearing) {
  return {
    ...stateGates(routeCase),
    ...debtorGates(routeCase),
    ...claimGates(routeCase, hearing),
    ...lawGates(routeCase),
  } as const satisfies Record<string, Gate>;
}

export type Gates = ReturnType<typeof gatesOf>;
export type GateName = keyof Gates;

/** Whether a condition is met. */
export function passes({ node }: Gate): boolean {
  return flagValue(node);
}
