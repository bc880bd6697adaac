import type { Bounce, BounceSeverity } from '../model.ts';
import { fold } from '../words/fold.ts';
import { reportedRecipients } from './report.ts';
import { severityOf, statusIn } from './severity.ts';
import { addressesIn, type Signs } from './signs.ts';

/** Accounts that no person writes from. */
const MACHINE =
  /^(?:mailer-?daemon|mail-?daemon|post-?master|bounces?|mdaemon|mailer|mail\.?delivery|microsoftexchange[0-9a-f]*|mail-delivery-subsystem|smtp-?daemon|mailadmin|ndr)(?:[+=-][^@]*)?@/;
const MACHINE_NAME =
  /mail delivery (?:sub)?system|mailer-daemon|mail system|postmaster|delivery subsystem|administrateur systeme|mail administrator|system administrator/;

/** What the subjects of bounces begin with, in English and French. */
const SUBJECT =
  /^(?:\[?(?:postmaster|bounce)\]? ?)?(?:undeliver(?:able|ed)|non (?:remis|delivre|distribue)|(?:echec|erreur) (?:de|dans) (?:la )?(?:remise|distribution|livraison|l'envoi|transmission)|mail delivery (?:failed|failure|problem|error|delayed)|mail (?:undeliverable|returned|could not be)|delivery (?:status notification|failure|report|has failed|error|problem|delayed|notification|incomplete)|(?:delayed|failed) (?:mail|delivery|message)|failure notice|failed mail|returned (?:mail|to sender|message)|message (?:undeliverable|not delivered|non (?:remis|delivre|distribue)|delivery|status|refuse|rejete)|courrier non (?:remis|delivre|distribue)|notification d'(?:echec|etat)|avis de non[- ](?:remise|distribution)|rapport de non[- ]remise|adresse introuvable|address not found|warning: (?:message|could not send)|warning: message .{0,40}delayed|email delivery failure|nondeliverable|permanent (?:delivery )?failure|votre message n'a pas (?:pu etre|ete) (?:remis|delivre|distribue)|impossible de (?:remettre|distribuer)|retour a l'expediteur|remise retardee|message retarde)/;

/** What the subject of a machine's own account says of a failure, wherever it stands in it. */
const LOOSE_SUBJECT =
  /deliver|undeliv|return|fail|bounce|non[- ]?(?:remis|distrib|deliv)|remise|distribution|echec|erreur|error|retour|refuse|rejet|retard/;

/** What such a message says in its text. */
const TEXT =
  /could not be delivered|couldn.t be delivered|wasn.t delivered|was not delivered|has not been delivered|unable to deliver|undeliverable|delivery (?:to the following|has failed|failed)|permanent(?:ly)? (?:fatal )?(?:error|fail)|the following (?:address|recipient)|returned to (?:the )?sender|this is (?:the|an?) (?:mail|qmail|automatically generated delivery)|qmail-send|n'a (?:pas )?pu etre (?:remis|delivre|distribue|livre|achemine)|n'a pas ete (?:remis|delivre|distribue)|failed delivery|(?:user|recipient|address|account|mailbox)[^.\n]{0,40}(?:unknown|not known|not found|invalid|does not exist)|(?:destinataire|adresse|boite|compte)[^.\n]{0,60}(?:inconnu|invalide|introuvable|n'existe|pleine|quota)|non remis|impossible de (?:remettre|distribuer|delivrer)|echec de la (?:remise|distribution)|adresse (?:est )?introuvable|rejected (?:your message|by)|(?:remote|serveur distant).{0,40}(?:said|returned|repondu)|delayed|retarde|still (?:being )?tr(?:ying|ied)|smtp error/;

const DELAYED_SUBJECT = /delay|retard|warning: (?:message|could not send)/;
const DELAYED_TEXT =
  /will (?:continue|keep|be retried|retry)|has not (?:yet )?been delivered yet|not yet been delivered|delivery (?:is|has been) delayed|will be retried|no action is required|sera (?:de nouveau|a nouveau) (?:tente|essaye)|nouvelle tentative|tentatives? (?:se )?poursui/;
/** Still said of what is given up in the end. */
const GIVEN_UP = /giving up|given up|retry timeout exceeded|delivery time expired|message expired|too old|abandon/;

const WORST: readonly BounceSeverity[] = ['hard', 'blocked', 'soft', 'delayed'];

/** What a message says of one of ours that did not arrive; null when it is no bounce. A report of success is none. */
export function bounceOf(signs: Signs): Bounce | null {
  return fromReport(signs) ?? fromWords(signs);
}

/** A standard report (RFC 3464). */
function fromReport({ message, whole }: Signs): Bounce | null {
  const recipients = message.reports.flatMap(reportedRecipients);
  const failed = recipients.filter((one) => !/^(?:delivered|relayed|expanded)$/.test(one.action));
  if (failed.length === 0) return null;
  const judged = failed.map((one) => {
    const said = one.diagnostic ?? '';
    // Some servers put the true code in their words only.
    const status =
      one.status !== null && !/^[45]\.0\.0$/.test(one.status) ? one.status : (statusIn(said) ?? one.status);
    const severity = one.action === 'delayed' ? ('delayed' as const) : severityOf(status, said === '' ? whole : said);
    return { ...one, status, severity };
  });
  const worst = WORST.find((severity) => judged.some((one) => one.severity === severity))!;
  const chosen = judged.filter((one) => one.severity === worst);
  return {
    severity: worst,
    status: chosen[0]!.status,
    recipients: [...new Set(chosen.flatMap((one) => one.address ?? []))],
    diagnostic: shown(chosen[0]!.diagnostic ?? ''),
  };
}

/** The forms that follow no standard: known by who writes, by the subject and by the words. */
function fromWords(signs: Signs): Bounce | null {
  const { message, subject, whole, from, fromName } = signs;
  const isMachine =
    MACHINE.test(from) ||
    MACHINE_NAME.test(fromName) ||
    (signs.has('return-path') && signs.header('return-path').trim() === '<>' && from === '');
  const failed = addressesIn(message.headers.find((one) => one.name === 'x-failed-recipients')?.value ?? '');
  const bySubject = SUBJECT.test(subject) || (isMachine && LOOSE_SUBJECT.test(subject));
  const byText = TEXT.test(whole);
  const reported = /delivery-status|report-type/.test(signs.header('content-type'));
  const score =
    (isMachine ? 1 : 0) + (bySubject ? 1 : 0) + (byText ? 1 : 0) + (failed.length > 0 ? 2 : 0) + (reported ? 1 : 0);
  if (score < 2 || (!isMachine && failed.length === 0 && !(bySubject && byText))) return null;
  // An answer to one of our messages whose subject begins so is a person's.
  if (/^(?:re|tr|fwd?|rep) ?:/.test(subject)) return null;
  const said = aboveReturned(message.text);
  const delayed = (DELAYED_SUBJECT.test(subject) || DELAYED_TEXT.test(fold(said))) && !GIVEN_UP.test(fold(said));
  const status = statusIn(said);
  const recipients = failed.length > 0 ? failed : addressesIn(said).filter((one) => !isOurs(one, signs));
  return {
    severity: delayed ? 'delayed' : severityOf(status, said),
    status,
    recipients: recipients.slice(0, 10),
    diagnostic: shown(saidBy(said)),
  };
}

/** Where the message sent back begins, in the forms of those who put it into their text. */
const RETURNED =
  /^(?:-{2,} ?(?:this is a copy|below this line|original message|message (?:d'origine|original)|the header|headers? of|body of|copy of|copie du|returned|message header|unsent message)|(?:this is a copy of|voici une copie|ci-dessous)|return-path: |received: from|-{3,} enclosed|reporting-mta:|original message headers)/i;

function aboveReturned(text: string): string {
  const lines = text.slice(0, 20_000).split(/\r?\n/);
  const end = lines.findIndex((line, i) => i > 1 && RETURNED.test(line.trim()));
  return (end < 0 ? lines : lines.slice(0, end)).join('\n');
}

/** Our own addresses, and the machine's, are not those that failed. */
function isOurs(address: string, { message, from }: Signs): boolean {
  return address === from || message.to.includes(address) || MACHINE.test(address);
}

/** The line in which the other server speaks. */
function saidBy(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  return (
    lines.find((line) => /(?:^|\D)[45]\d\d[ -]|[45]\.\d{1,3}\.\d{1,3}/.test(line)) ??
    lines.find((line) => severityWords(line)) ??
    ''
  );
}

const severityWords = (line: string): boolean =>
  /unknown|not found|exist|quota|full|reject|refus|introuvable|plein|inconnu/i.test(line);

const LONGEST_DIAGNOSTIC = 400;
function shown(said: string): string | null {
  const line = said
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST_DIAGNOSTIC);
  return line === '' ? null : line;
}
