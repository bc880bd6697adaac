import type { Profile } from '../../model/facts.ts';
import type { Tone } from '../../model/scenario.ts';
import type { TemplateSource, TextKind } from '../model.ts';
import { GREETING, paragraphs, SALUTATION, TABLE } from './shape.ts';

/** What every reminder says of a payment that crossed it. */
export const CROSSED =
  'Si vous avez réglé entre-temps, nous vous en remercions et vous prions de ne pas tenir compte de {{ ce_message }}.';

export const DIFFICULTY =
  'Si vous rencontrez une difficulté pour régler, dites-le-nous simplement : nous chercherons avec vous une solution, par exemple un paiement en plusieurs fois.';

/** « échue le 21 octobre 2026 », « échues, la plus ancienne le 21 octobre 2026 » */
export const SINCE = '{% if plusieurs %}échues, la plus ancienne{% else %}échue{% endif %} le {{ echeance }}';
const LATE = 'avec {{ retard }} de retard{% if plusieurs %} pour la plus ancienne{% endif %}';
const PLURAL = '{% if plusieurs %}s{% endif %}';

/** What is asked of a public office: what blocks is usually a step of its own chain. */
const WHERE =
  'Pourriez-vous nous indiquer où en est le traitement (service fait, mandatement, mise en paiement) et la date de paiement prévue ?';

type Reminding = Exclude<Tone, 'formal'>;

const SUBJECTS: Record<Profile, Record<Reminding, string>> = {
  business: {
    cordial: '{{ objet | majuscule }} – un petit rappel',
    courteous: '{{ objet | majuscule }} – règlement attendu depuis le {{ echeance }}',
    neutral: '{{ objet | majuscule }} – échéance du {{ echeance }} dépassée',
    firm: `Relance – {{ objet }} impayée${PLURAL}, {{ retard }} de retard`,
    grave: `Dernier rappel avant mise en demeure – {{ objet }}, {{ retard }} de retard`,
  },
  consumer: {
    cordial: '{{ objet | majuscule }} – un petit rappel',
    courteous: '{{ objet | majuscule }} – votre règlement',
    neutral: '{{ objet | majuscule }} – échéance du {{ echeance }}',
    firm: `Rappel – {{ objet }} non réglée${PLURAL}`,
    grave: '{{ objet | majuscule }} – dernier rappel avant mise en demeure',
  },
  public: {
    cordial: '{{ objet | majuscule }} – suivi du paiement',
    courteous: '{{ objet | majuscule }} – paiement attendu depuis le {{ echeance }}',
    neutral: '{{ objet | majuscule }} – délai de paiement dépassé depuis le {{ echeance }}',
    firm: `Relance – {{ objet }} impayée${PLURAL}, {{ retard }} de retard`,
    grave: `Dernier rappel avant mise en demeure – {{ objet }}, {{ retard }} de retard`,
  },
};

const OWED_BY_ALL = `Sauf erreur de notre part, {{ factures }} {% if plusieurs %}restent impayées{% else %}reste impayée{% endif %}, ${LATE}.`;
const NOT_PAID = `Sauf erreur de notre part, {{ factures }} {% if plusieurs %}ne sont pas réglées{% else %}n’est pas réglée{% endif %}, ${LATE}.`;
const STATEMENT = `Au {{ date }}, nos comptes font apparaître que {{ factures }}, ${SINCE}, {% if plusieurs %}restent{% else %}reste{% endif %} à régler pour un total de {{ total }}.`;
const LASTING = `Malgré l’échéance passée, {{ factures }} {% if plusieurs %}demeurent impayées{% else %}demeure impayée{% endif %}, ${LATE}. Nous ne pouvons laisser cette situation se prolonger.`;

const OPENINGS: Record<Profile, Record<Reminding, string>> = {
  business: {
    cordial: `Nous espérons que tout va bien de votre côté. Un mot au sujet {{ des_factures }}, ${SINCE} : sauf erreur de notre part, nous n’en avons pas encore reçu le règlement.`,
    courteous: `Sauf erreur ou omission de notre part, nous n’avons pas reçu le règlement {{ des_factures }}, ${SINCE}.`,
    neutral: STATEMENT,
    firm: OWED_BY_ALL,
    grave: LASTING,
  },
  consumer: {
    cordial: `Nous espérons que vous allez bien. Un mot au sujet {{ des_factures }}, ${SINCE} : sauf erreur de notre part, nous n’en avons pas encore reçu le règlement.`,
    courteous: `Sauf erreur de notre part, nous n’avons pas encore reçu le règlement {{ des_factures }}, ${SINCE}.`,
    neutral: STATEMENT,
    firm: NOT_PAID,
    grave: `${NOT_PAID} Nous souhaitons trouver avec vous une issue sans attendre davantage.`,
  },
  public: {
    cordial: `Nous nous permettons de revenir vers vous au sujet {{ des_factures }}, ${SINCE} : sauf erreur de notre part, le paiement ne nous est pas encore parvenu.`,
    courteous: `Sauf erreur de notre part, nous n’avons pas reçu le paiement {{ des_factures }}, ${SINCE}.`,
    neutral: STATEMENT,
    firm: OWED_BY_ALL,
    grave: LASTING,
  },
};

const PAY_OR_SAY =
  'Nous vous demandons de régler la somme de {{ total }} dès réception de {{ ce_message }} ou, si vous la contestez, de nous en donner le motif';

/** What is asked, by objective: one question, easy to answer. */
function askOf(kind: TextKind, tone: Reminding, profile: Profile): string {
  if (profile === 'public') {
    if (tone === 'firm' || tone === 'grave')
      return `Nous vous demandons de faire procéder au paiement de la somme de {{ total }}. ${WHERE}`;
    return kind === 'find-the-cause'
      ? 'Pourriez-vous nous dire ce qui retarde le paiement : pièce ou référence manquante, service fait à constater, mandatement en cours ? Nous vous adresserons aussitôt ce qui manque.'
      : WHERE;
  }
  if (kind === 'find-the-cause') {
    return profile === 'consumer'
      ? 'Pouvez-vous nous dire ce qui retarde votre règlement : un oubli, une facture non reçue, un désaccord, une difficulté passagère ? Un mot de votre part nous suffira pour avancer.'
      : 'Pourriez-vous nous dire ce qui retarde le règlement : facture non reçue, référence ou bon de commande manquant, validation en cours, désaccord ? Un mot de votre part nous suffira pour avancer.';
  }
  if (kind === 'get-a-date')
    return profile === 'consumer'
      ? 'À quelle date pourrez-vous régler la somme de {{ total }} ? Indiquez-nous simplement le jour qui vous convient : nous en prendrons note.'
      : 'À quelle date le règlement de {{ total }} sera-t-il effectué ? Indiquez-nous le jour prévu : nous en prendrons note.';
  if (tone === 'firm' || tone === 'grave' || kind === 'warning')
    return `${PAY_OR_SAY}${profile === 'consumer' ? '' : ' par retour'}.`;
  if (profile === 'consumer')
    return 'Il s’agit sans doute d’un oubli. Nous vous remercions de régler cette somme dès que possible, ou de nous dire quand vous pourrez le faire.';
  if (tone === 'neutral')
    return 'Nous vous remercions de procéder au règlement ou, s’il est bloqué, de nous indiquer ce qui le retarde.';
  return 'Il s’agit peut-être d’un simple oubli. Pourriez-vous nous indiquer la date du règlement ou, s’il est bloqué, ce qui le retarde ?';
}

/** Names what the law adds and, when it is only named, says that it is not in the sum asked. */
const MENTIONS: Record<Profile, string> = {
  business:
    '{% if accessoires %}{{ accessoires }}{% if principal_seul %} Nous n’en demandons pas le paiement à ce stade.{% endif %}{% endif %}',
  public:
    '{% if accessoires %}{{ accessoires }}{% if principal_seul %} Ils ne sont pas compris dans la somme ci-dessus.{% endif %}{% endif %}',
  consumer: '',
};

const NEXT: Record<Profile, string> = {
  business: 'Sans règlement ni réponse de votre part, nous serions conduits à vous adresser une mise en demeure.',
  consumer: 'Sans règlement ni réponse de votre part, nous serions conduits à vous adresser une mise en demeure.',
  public: 'Sans paiement ni réponse de votre part, nous serions conduits à vous adresser une mise en demeure.',
};

function closingOf(kind: TextKind, tone: Reminding, profile: Profile): string[] {
  const isHeavy = tone === 'firm' || tone === 'grave';
  const announces = kind === 'warning' || tone === 'grave' || (kind === 'reminder' && tone === 'firm');
  return [
    ...(isHeavy || kind === 'warning' ? [MENTIONS[profile]] : []),
    ...(profile === 'consumer' ? [DIFFICULTY] : []),
    ...(announces ? [NEXT[profile]] : []),
    CROSSED,
  ];
}

/** A reminder: what is owed, one question, and only in the heavier tones what comes next. */
export function frenchReminder(kind: TextKind, tone: Tone, profile: Profile): TemplateSource {
  const spoken: Reminding = tone === 'formal' ? 'grave' : tone;
  return {
    subject: SUBJECTS[profile][spoken],
    body: paragraphs(
      GREETING,
      OPENINGS[profile][spoken],
      askOf(kind, spoken, profile),
      TABLE,
      ...closingOf(kind, spoken, profile),
      SALUTATION,
    ),
  };
}
