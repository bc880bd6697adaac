/**
 * Words that an act must reproduce, as the code of civil procedure has them: compared word for word with the
 * consolidated text of `QUOTED_ON`, apostrophes typeset. A later amendment is for whoever signs to look for, and the
 * draft says so.
 */
export const QUOTED_ON = '2026-04-03';

/** Art. 861-2, which a writ before the commercial court bears when it asks for money (art. 855). */
export const GRACE_BEFORE_COMMERCIAL_COURT: string[] = [
  'Sans préjudice des dispositions de l’article 68, la demande incidente tendant à l’octroi d’un délai de paiement en application de l’article 1343-5 du code civil peut être formée par requête faite, remise ou adressée au greffe, où elle est enregistrée. L’auteur de cette demande doit justifier avant l’audience que l’adversaire en a eu connaissance par lettre recommandée avec demande d’avis de réception. Les pièces que la partie invoque à l’appui de sa demande de délai de paiement sont jointes à la requête.',
  'L’auteur de cette demande incidente peut ne pas se présenter à l’audience, conformément au second alinéa de l’article 446-1. Dans ce cas, le juge ne fait droit aux demandes présentées contre cette partie que s’il les estime régulières, recevables et bien fondées.',
];

/** Art. 832, which a writ before the judicial court bears where no lawyer is needed (art. 753). */
export const GRACE_BEFORE_JUDICIAL_COURT: string[] = [
  'Sans préjudice des dispositions de l’article 68, la demande incidente tendant à l’octroi d’un délai de paiement en application de l’article 1343-5 du code civil peut être formée par courrier remis ou adressé au greffe. Les pièces que la partie souhaite invoquer à l’appui de sa demande sont jointes à son courrier. La demande est communiquée aux autres parties, à l’audience, par le juge, sauf la faculté pour ce dernier de la leur faire notifier par le greffier, accompagnée des pièces jointes, par lettre recommandée avec demande d’avis de réception.',
  'L’auteur de cette demande incidente peut ne pas se présenter à l’audience, conformément au second alinéa de l’article 446-1. Dans ce cas, le juge ne fait droit aux demandes présentées contre cette partie que s’il les estime régulières, recevables et bien fondées.',
];

/** Art. 763: until when a defendant appoints a lawyer, which the writ states on pain of nullity (art. 752, 2°). */
export const TIME_TO_APPOINT_A_LAWYER: string[] = [
  'Lorsque la représentation par avocat est obligatoire, le défendeur est tenu de constituer avocat dans le délai de quinze jours, à compter de l’assignation. Toutefois, si l’assignation lui est délivrée dans un délai inférieur ou égal à quinze jours avant la date de l’audience, il peut constituer avocat jusqu’à l’audience.',
];
