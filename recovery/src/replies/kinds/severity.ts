import type { BounceSeverity } from '../model.ts';
import { fold } from '../words/fold.ts';

/** What servers say, in the words of the usual ones, each group with what it means for the address. First that fits wins. */
const SAYINGS: readonly { severity: BounceSeverity; words: RegExp }[] = [
  {
    // A full box takes messages again one day.
    severity: 'soft',
    words:
      /mailbox (?:is )?(?:full|over|exceed)|over ?quota|quota (?:is )?(?:exceeded|depasse|full)|exceeded (?:the |its |his )?(?:storage|quota|mailbox)|out of storage|insufficient (?:system )?storage|(?:boite|bal)(?: aux lettres| mail| de reception)?(?: du destinataire)?(?: est)?(?: trop)? pleine|not enough (?:storage )?space|disk full|quota (?:de stockage|disque)/,
  },
  {
    severity: 'hard',
    words:
      /user (?:is )?(?:unknown|not known|suspended)|unknown (?:user|recipient|mailbox|address|local part)|no such (?:user|recipient|mailbox|person|address|local)|(?:user|recipient|address|mailbox|account|utilisateur|compte|adresse|boite|destinataire)[^.\n]{0,120}(?:does not exist|doesn.t exist|do not exist|not found|not exist|n.existe pas|n.existe plus|introuvable|inexistant|inconnue?|invalide|is invalid|is disabled|has been disabled|is inactive|desactivee?|supprimee?|clotur|archiv|closed|suspended|no longer (?:available|active|valid|exists?))|invalid (?:recipient|mailbox|address|user)|bad destination (?:mailbox|address)|not (?:listed|found) in (?:domino|public|the|directory)|address ?unknown|recipientnotfound|recipnotfound|unrouteable address|address not found|mailbox (?:unavailable|not found|does not|disabled|inactive)|account (?:that you tried to reach )?(?:does not exist|is disabled|has been|inactive)|(?:doesn.t|does not) have an? [^.\n]{0,60}account|no mailbox here|adresse d au moins un destinataire invalide|user doesn.t|recipient (?:address )?rejected: (?:access denied|undeliverable|user|unknown|invalid|mailbox)|not our customer|not a valid (?:mailbox|user|recipient)|utilisateur inconnu|couldn.t be found|wasn.t found at/,
  },
  {
    // The domain itself is nobody's.
    severity: 'hard',
    words:
      /domain (?:name )?(?:\S{1,100} )?(?:not found|does not exist|couldn.t be found|n.existe pas|introuvable)|host (?:or domain )?(?:name )?not found|nxdomain|no mx (?:record|host)|unrouteable mail domain|name or service not known|domaine (?:\S{1,100} )?(?:introuvable|inconnu|n.existe pas)|bad destination system|dns (?:error|type|server)[^.\n]{0,100}(?:nxdomain|no such|inexist)/,
  },
  {
    severity: 'blocked',
    words:
      /spam|\bspf\b|\bdkim\b|\bdmarc\b|black ?list|block ?list|\bblocked\b|\brbl\b|spamhaus|reputation|rejected (?:for|due to|because of) policy|policy (?:reasons|violation|restriction|rejection)|message (?:is )?too (?:large|big)|(?:message )?size (?:limit )?exceed|exceeds? (?:the )?(?:maximum )?(?:message )?size|size limit|trop volumineu|virus|content (?:rejected|refused)|contenu refuse|relay(?:ing)? (?:access )?denied|not (?:allowed|permitted|authori[sz]ed|accepted) to send|only accepts? (?:mail|messages) from|restrict|indesirable|unsolicited|attachment (?:type|blocked|not allowed)|piece jointe (?:refusee|interdite)|message rejete par (?:le )?filtre|unauthenticated/,
  },
  {
    severity: 'soft',
    words:
      /(?:connection|connexion|conversation|session)[^.\n]{0,60}(?:timed? ?out|refused|lost|interrompue|expiree|dropped)|retry timeout exceeded|could not be (?:reached|contacted)|temporar(?:y|ily)|temporairement|try again later|reessay|greylist|grey list|service unavailable|too (?:many|busy)|rate limit|no route to host|network is unreachable|host is unreachable|server (?:is )?(?:down|busy|unavailable)|delivery time expired|message expired|queue too long|mail loop|too many hops|hop count|boucle/,
  },
];

const HARD_STATUS = /^5\.(?:1\.(?:0|1|2|3|6|8|10)|2\.1|4\.4)$/;
const SOFT_STATUS = /^(?:4\.\d+\.\d+|5\.2\.2|5\.4\.(?:0|5|6|7)|5\.3\.[012])$/;
const BLOCKED_STATUS = /^5\.(?:2\.3|3\.4|6\.\d+|7\.\d+)$/;

/**
 * What a refusal means for the address. The server's words go before its code, for many say 5.0.0 or 5.7.1 of a person
 * who does not exist; a final refusal that says nothing more counts against the address, as the prudent reading: the
 * next message then goes another way.
 */
export function severityOf(status: string | null, said: string): BounceSeverity {
  const words = fold(said.slice(0, 4_000));
  const spoken = SAYINGS.find((one) => one.words.test(words))?.severity ?? null;
  // An address known not to exist stays so whatever the class of the code; a temporary code never marks one.
  if (status !== null && /^4/.test(status)) return 'soft';
  if (spoken !== null) return spoken;
  if (status === null) return 'hard';
  if (SOFT_STATUS.test(status)) return 'soft';
  if (BLOCKED_STATUS.test(status)) return 'blocked';
  if (HARD_STATUS.test(status)) return 'hard';
  return status.startsWith('4') || status === '552' ? 'soft' : 'hard';
}

/** The status that a text tells: an enhanced code, else the three digits of a refusal; null without any. */
export function statusIn(text: string): string | null {
  const enhanced = /(?<![\d.])([45]\.\d{1,3}\.\d{1,3})(?![\d.])/.exec(text)?.[1];
  if (enhanced !== undefined) return enhanced;
  return /(?<![\d.,-])((?:4[2-5]|5[0-7])\d)(?=[ \-:#)])(?! ?(?:€|eur))/.exec(text)?.[1] ?? null;
}
