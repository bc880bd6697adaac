import type { Profile } from '../../model/facts.ts';
import type { Tone } from '../../model/scenario.ts';
import type { TemplateSource, TextKind } from '../model.ts';
import { GREETING, paragraphs, SALUTATION, TABLE, type WriteDefault } from './shape.ts';

const CROSSED = 'If you have paid in the meantime, thank you; please disregard {{ ce_message }}.';
const DIFFICULTY =
  'If you are having difficulty paying, simply tell us: we will look for a solution with you, such as paying in instalments.';
const NEXT = 'Without payment or a reply from you, our next letter would be a formal notice.';
const IS = '{% if plusieurs %}are{% else %}is{% endif %}';
const WAS = '{% if plusieurs %}were due, the oldest{% else %}was due{% endif %} on {{ echeance }}';
const LATE = '{{ retard }} overdue{% if plusieurs %} for the oldest{% endif %}';

type Reminding = Exclude<Tone, 'formal'>;

const SUBJECTS: Record<Reminding, string> = {
  cordial: '{{ objet | majuscule }} – a friendly reminder',
  courteous: '{{ objet | majuscule }} – payment expected since {{ echeance }}',
  neutral: '{{ objet | majuscule }} – due date {{ echeance }} has passed',
  firm: 'Reminder – {{ objet }}, {{ retard }} overdue',
  grave: 'Last reminder before formal notice – {{ objet }}',
};

const OPENINGS: Record<Reminding, string> = {
  cordial: `We hope all is well with you. Just a word about {{ factures }}, which ${WAS}: unless we are mistaken, payment has not reached us yet.`,
  courteous: `Unless we are mistaken, we have not received payment for {{ factures }}, which ${WAS}.`,
  neutral: `As at {{ date }}, our records show that {{ factures }}, which ${WAS}, ${IS} still to be paid, for a total of {{ total }}.`,
  firm: `Unless we are mistaken, {{ factures }} ${IS} unpaid, ${LATE}.`,
  grave: `Although the due date has passed, {{ factures }} ${IS} still unpaid, ${LATE}. We cannot let this continue.`,
};

const WHERE = 'Could you tell us where the payment stands in your process, and on what date it is planned?';

function askOf(kind: TextKind, tone: Reminding, profile: Profile): string {
  if (kind === 'find-the-cause')
    return 'Could you tell us what is holding up the payment: an invoice not received, a missing reference or purchase order, an approval, a disagreement? A word from you is all we need to move forward.';
  if (kind === 'get-a-date')
    return 'On what date will the payment of {{ total }} be made? Just give us the day: we will note it.';
  if (profile === 'public') return WHERE;
  if (tone === 'firm' || tone === 'grave' || kind === 'warning')
    return 'Please pay the sum of {{ total }} on receipt of {{ ce_message }} or, if you dispute it, tell us why.';
  if (profile === 'consumer')
    return 'It has probably been overlooked. Please pay this sum as soon as you can, or tell us when you will be able to.';
  return 'It may simply have been overlooked. Could you tell us the payment date or, if it is blocked, what is holding it up?';
}

function reminder(kind: TextKind, asked: Tone, profile: Profile): TemplateSource {
  const tone: Reminding = asked === 'formal' ? 'grave' : asked;
  const isHeavy = tone === 'firm' || tone === 'grave' || kind === 'warning';
  const announces = kind === 'warning' || tone === 'grave' || (kind === 'reminder' && tone === 'firm');
  return {
    subject: SUBJECTS[tone],
    body: paragraphs(
      GREETING,
      OPENINGS[tone],
      askOf(kind, tone, profile),
      TABLE,
      isHeavy && profile !== 'consumer'
        ? '{% if accessoires %}{{ accessoires }}{% if principal_seul %} We are not asking for it at this stage.{% endif %}{% endif %}'
        : '',
      profile === 'consumer' ? DIFFICULTY : '',
      announces ? NEXT : '',
      CROSSED,
      SALUTATION,
    ),
  };
}

/** The French words stand beside the English ones: it is by them that the law knows the act. */
function formalNotice(profile: Profile): TemplateSource {
  const under =
    profile === 'public' ? '' : ', within the meaning of articles 1344 and 1231-6 of the French Civil Code,';
  return {
    subject: 'Formal notice to pay (mise en demeure) – {{ objet }}',
    body: paragraphs(
      GREETING,
      `Unless we are mistaken, {{ factures }} ${IS} due and ${IS} not paid.`,
      `This letter is a formal notice (mise en demeure)${under} to pay the sum of {{ total }} within {{ delai }} from its receipt{% if date_limite %}, that is by {{ date_limite }} at the latest{% endif %}.`,
      TABLE,
      '{% if accessoires %}{{ accessoires }}{% endif %}',
      profile === 'consumer' ? DIFFICULTY : '',
      'Without payment within that time, we may ask the competent court to order payment of this sum.',
      'If you dispute all or part of this sum, write to us with the reason within that time.',
      CROSSED,
      SALUTATION,
    ),
  };
}

function written(kind: TextKind, tone: Tone, profile: Profile): TemplateSource {
  const isHeavy = tone === 'firm' || tone === 'grave';
  switch (kind) {
    case 'notice':
      return {
        subject: '{{ objet | majuscule }} – due on {{ echeance }}',
        body: paragraphs(
          GREETING,
          `Unless we are mistaken, {{ factures }} {% if plusieurs %}fall{% else %}falls{% endif %} due on {{ echeance }}{% if plusieurs %} for the first{% endif %}.`,
          'Everything needed to pay is set out here.',
          TABLE,
          'If anything is missing (purchase order, reference, bank details), reply to {{ ce_message }} and we will send it at once.',
          'If payment is already on its way, please disregard {{ ce_message }}.',
          SALUTATION,
        ),
      };
    case 'formal-notice':
      return formalNotice(profile);
    case 'thanks':
      return {
        subject: 'Your payment has arrived',
        body: paragraphs(
          GREETING,
          'We received your payment of {{ recu_montant }} on {{ recu_le }}. Thank you.',
          'It settles what we had asked for: there is nothing left for you to do.',
          SALUTATION,
        ),
      };
    case 'promise-broken':
      return {
        subject: '{{ objet | majuscule }} – payment announced for {{ promesse_date }}',
        body: paragraphs(
          GREETING,
          'On {{ promesse_faite_le }} you told us that a payment of {{ promesse_montant }} would be made on {{ promesse_date }}. Unless we are mistaken, it has not reached us.',
          isHeavy
            ? 'Please pay the sum of {{ total }} on receipt of {{ ce_message }}, or tell us what prevents it.'
            : 'Has the transfer been made? If something unexpected delayed it, tell us the new date: we will note it.',
          TABLE,
          profile === 'consumer' ? DIFFICULTY : '',
          tone === 'grave' ? NEXT : '',
          CROSSED,
          SALUTATION,
        ),
      };
    case 'plan-missed':
      return {
        subject: 'Formal notice (mise en demeure) – instalment of {{ plan_manquee_le }}',
        body: paragraphs(
          GREETING,
          'Unless we are mistaken, the instalment due on {{ plan_manquee_le }} under the payment plan signed on {{ plan_signe_le }} has not reached us; {{ plan_manquee }} remains to be paid.',
          'This letter is a formal notice (mise en demeure) to pay the sum of {{ plan_manquee }} within {{ delai }} from its receipt. It is given under the acceleration clause of that plan (article 1305-4 of the French Civil Code).',
          'Without that payment within that time, the clause will apply: the whole balance of {{ plan_solde }} will become due. If you pay in time, the plan goes on.',
          TABLE,
          profile === 'consumer'
            ? DIFFICULTY
            : 'If something prevents you from paying this sum, write to us within the same time.',
          CROSSED,
          SALUTATION,
        ),
      };
    case 'suspension':
      return {
        subject: 'Suspension announced for {{ suspension_le }} – {{ objet }}',
        body: paragraphs(
          GREETING,
          `Unless we are mistaken, {{ factures }} ${IS} due and unpaid, ${LATE}{% if suspension_contrat %}, under {{ suspension_contrat }}{% endif %}.`,
          'Failing payment of {{ total }}, we will suspend {{ suspension_objet }} from {{ suspension_le }}, as article 1219 of the French Civil Code allows when non-performance is sufficiently serious. The suspension will end as soon as payment is received.',
          TABLE,
          profile === 'consumer' ? DIFFICULTY : '',
          'If you dispute this sum, or if the suspension would harm you out of proportion to what is owed, write to us before that date: we will reply.',
          CROSSED,
          SALUTATION,
        ),
      };
    case 'call-confirmed':
      return {
        subject: 'Our call of {{ appel_le }} – {{ objet }}',
        body: paragraphs(
          GREETING,
          'Thank you for our telephone call of {{ appel_le }}{% if appel_avec %} with {{ appel_avec }}{% endif %} about {{ factures }}, for a total of {{ total }}.',
          '{% if appel_montant %}A payment of {{ appel_montant }}{% if appel_date %} on {{ appel_date }}{% endif %} was agreed.{% endif %}',
          isHeavy
            ? 'Please confirm this by replying to {{ ce_message }}, or tell us at once what would not be right.'
            : 'Could you confirm this by replying to {{ ce_message }}, or tell us what would not be right?',
          TABLE,
          CROSSED,
          SALUTATION,
        ),
      };
    default:
      return reminder(kind, tone, profile);
  }
}

/** The English texts, for customers whose language is English. */
export const englishText: WriteDefault = written;
