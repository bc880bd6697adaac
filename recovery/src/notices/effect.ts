import { folded } from '../matching/words.ts';
import type { NoticeEffect, NoticeRecord, ProceedingsKind } from './model.ts';

/** Proceedings named in a text, the gravest first: a conversion names both. */
function proceedingsIn(text: string): ProceedingsKind | null {
  if (/LIQUIDATION/.test(text)) return 'liquidation';
  if (/REDRESSEMENT/.test(text)) return 'redressement';
  return /SAUVEGARDE/.test(text) ? 'sauvegarde' : null;
}

/**
 * What a notice does to a claim against the company it names, from its family and the nature of the judgment; from the
 * judgment's own words only where the nature says nothing. `siren` tells a seller from a buyer.
 */
export function noticeEffect(notice: NoticeRecord, siren: string | null = null): NoticeEffect {
  if (/collective/.test(notice.family)) return judgmentEffect(notice);
  if (/radiation/.test(notice.family)) return { kind: 'struck-off' };
  const words = folded(notice.text ?? '');
  if (/modification/.test(notice.family)) {
    if (/TRANSFERT D[EU]?.{0,12} ?SIEGE|SIEGE.{0,40}TRANSFER|NOUVEAU SIEGE|NOUVELLE ADRESSE DU SIEGE/.test(words))
      return { kind: 'seat-moved' };
    return /DISSOLUTION|TRANSMISSION UNIVERSELLE/.test(words) ? { kind: 'dissolution' } : { kind: 'none' };
  }
  if (/vente/.test(notice.family))
    return siren === null || notice.sellers.length === 0 || notice.sellers.includes(siren)
      ? { kind: 'sale' }
      : { kind: 'none' };
  return /conciliation|retablissement/.test(folded(notice.family).toLowerCase()) ? { kind: 'told' } : { kind: 'none' };
}

function judgmentEffect({ judgment }: NoticeRecord): NoticeEffect {
  if (judgment === null) return { kind: 'in-proceedings' };
  const nature = folded(`${judgment.nature} ${judgment.family}`);
  const said = folded(judgment.details ?? '');
  // A nature such as « Autre jugement » leaves all to the judgment's own words.
  const isVague = judgment.nature === '' || /^AUTRE JUGEMENT(?! D OUVERTURE)/.test(folded(judgment.nature));
  const text = isVague ? `${nature} ${said}` : nature;
  if (/RETRACTATION|INFIRM|ANNULANT|ANNULATION DU JUGEMENT|CASSATION/.test(text)) return { kind: 'retracted' };
  if (/CLOTURE/.test(text)) return { kind: 'closure', reason: closureReason(`${text} ${said}`) };
  if (/DEPOT|ETAT DES CREANCES|LISTE DES CREANCES/.test(text)) return { kind: 'claims-listed' };
  if (/CONVERSION|CONVERTI/.test(text))
    return { kind: 'conversion', proceedings: proceedingsIn(text) ?? proceedingsIn(said) };
  // A plan that is set aside opens new proceedings; a person who must declare is told so.
  if (/RESOLUTION/.test(text) && proceedingsIn(afterPlan(text)) !== null)
    return { kind: 'opening', proceedings: proceedingsIn(afterPlan(text)) };
  if (/OUVERTURE|EXTENSION|OUVRANT|OUVRE /.test(text))
    return { kind: 'opening', proceedings: proceedingsIn(nature) ?? proceedingsIn(said) };
  if (/\bPLAN\b/.test(text)) return { kind: 'plan' };
  if (/PRONONCANT LA LIQUIDATION|PRONONCE LA LIQUIDATION/.test(text))
    return { kind: 'conversion', proceedings: 'liquidation' };
  return { kind: 'in-proceedings' };
}

/** What follows the name of the plan in « résolution du plan de redressement et liquidation judiciaire ». */
const afterPlan = (text: string): string => text.replace(/PLAN DE (?:REDRESSEMENT|SAUVEGARDE|CONTINUATION)/g, '');

function closureReason(text: string): 'insufficient-assets' | 'debts-paid' | null {
  if (/INSUFFISANCE/.test(text)) return 'insufficient-assets';
  return /EXTINCTION/.test(text) ? 'debts-paid' : null;
}
