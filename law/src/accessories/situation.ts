import { carried, derived, type Explanation, given, givenDay } from '../explain/index.ts';
import { DEBTOR_NAMES, type DebtorKind } from '../kinds/index.ts';
import { valuesOf } from '../parameters/index.ts';
import type { AccessoriesCase } from './input.ts';
import { type AccessoryRegime, isProtected, REGIME_NAMES } from './regimes.ts';

/** The facts on which an accessory may depend. */
export type Fact =
  | 'always'
  | 'consumer'
  | 'consumer-without-title'
  | 'non-business'
  | 'civil'
  | 'public'
  | 'public-body'
  | 'title'
  | 'no-title'
  | 'not-late'
  | 'insolvent'
  | 'insolvent-before-due'
  | 'before-indemnity'
  | 'public-before-indemnity'
  | 'with-late-penalties';

const NEVER = (label: string) => given(label, false, 'flag');

/** First day on which the fixed indemnity existed. */
function indemnityStart({ regime }: AccessoriesCase) {
  const [first] = valuesOf(regime === 'public' ? 'public-fixed-indemnity' : 'fixed-indemnity');
  return givenDay('Création de l’indemnité forfaitaire', first!.from);
}

/** Makes the yes-or-no node of each fact, once, from the facts of the case. */
export class Situation {
  private readonly asked: AccessoriesCase;
  private readonly kind: Explanation;
  private readonly regime: Explanation;
  private readonly title: Explanation;
  private readonly known = new Map<Fact, Explanation>();
  private readonly latePenalties: () => Explanation | null;

  /** `latePenalties` gives the node that judges the penalties, or null when they are not wanted. */
  constructor(asked: AccessoriesCase, latePenalties: () => Explanation | null) {
    this.asked = asked;
    this.kind = given('Qualité du débiteur', DEBTOR_NAMES[asked.debtorKind], 'text');
    this.regime = given('Régime de la créance', REGIME_NAMES[asked.regime], 'text');
    this.title = given('Titre exécutoire', asked.hasTitle, 'flag');
    this.latePenalties = latePenalties;
  }

  node(fact: Fact): Explanation {
    const done = this.known.get(fact);
    if (done !== undefined) return done;
    const node = this.make(fact);
    this.known.set(fact, node);
    return node;
  }

  private isKind(label: string, ...kinds: DebtorKind[]): Explanation {
    const names = kinds.map((kind) => given(`Qualité visée, ${DEBTOR_NAMES[kind]}`, DEBTOR_NAMES[kind], 'text'));
    return derived('is-one-of', label, 'flag', [this.kind, ...names]);
  }

  private isRegime(label: string, ...regimes: AccessoryRegime[]): Explanation {
    const names = regimes.map((regime) => given(`Régime visé, ${REGIME_NAMES[regime]}`, REGIME_NAMES[regime], 'text'));
    return derived('is-one-of', label, 'flag', [this.regime, ...names]);
  }

  private day(label: string, field: 'on' | 'dueOn' | 'insolvencyOpenedOn'): Explanation {
    return givenDay(label, this.asked[field]!);
  }

  private on(): Explanation {
    return this.day('Date de la demande', 'on');
  }

  private dueOn(): Explanation {
    return this.day('Échéance', 'dueOn');
  }

  private openedOn(): Explanation {
    return this.day('Ouverture de la procédure collective', 'insolvencyOpenedOn');
  }

  private make(fact: Fact): Explanation {
    const { dueOn, insolvencyOpenedOn, debtorKind } = this.asked;
    switch (fact) {
      case 'always':
        return given('Dépense propre du créancier', true, 'flag');
      case 'consumer':
        return this.isKind('Débiteur consommateur', 'consumer');
      case 'consumer-without-title':
        return derived('all-of', 'Débiteur consommateur et aucun titre', 'flag', [
          this.node('consumer'),
          this.node('no-title'),
        ]);
      case 'non-business':
        return this.isKind('Débiteur non professionnel', 'non-business');
      case 'civil':
        return this.isRegime('Créance hors du régime des professionnels', 'civil');
      case 'public':
        // A debtor whom the law protects is no public buyer, even when the regime named is a mistake.
        if (isProtected(debtorKind)) return NEVER('Acheteur public');
        return this.isRegime('Acheteur public', 'public');
      case 'public-body':
        return this.isKind('Débiteur personne publique', 'public-body');
      case 'title':
        return this.title;
      case 'no-title':
        return derived('none-of', 'Aucun titre exécutoire', 'flag', [this.title]);
      case 'not-late':
        if (dueOn === null) return NEVER('Échéance non passée');
        return derived('at-most', 'Échéance non passée', 'flag', [this.on(), this.dueOn()]);
      case 'insolvent':
        if (insolvencyOpenedOn === null) return NEVER('Procédure collective ouverte');
        return derived('at-most', 'Procédure collective ouverte', 'flag', [this.openedOn(), this.on()]);
      case 'insolvent-before-due': {
        const label = 'Procédure collective ouverte au plus tard à l’échéance';
        if (insolvencyOpenedOn === null) return NEVER(label);
        return derived('at-most', label, 'flag', [this.openedOn(), this.dueOn()]);
      }
      case 'before-indemnity': {
        const at = dueOn === null ? this.on() : this.dueOn();
        return derived('before', 'Avant la création de l’indemnité forfaitaire', 'flag', [
          at,
          indemnityStart(this.asked),
        ]);
      }
      case 'public-before-indemnity':
        return derived('all-of', 'Acheteur public avant la création de l’indemnité', 'flag', [
          this.node('public'),
          this.node('before-indemnity'),
        ]);
      case 'with-late-penalties': {
        const label = 'Pénalités de retard demandées et permises';
        const judged = this.latePenalties();
        return judged === null ? NEVER(label) : derived('all-of', label, 'flag', [carried(judged)]);
      }
    }
  }
}
