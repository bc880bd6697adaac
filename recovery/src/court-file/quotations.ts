/**
 * Words that an act must reproduce. They are the official ones as they were read on a secondary site (861-2) or noted
 * from practice (832): confidence C, printed « à vérifier », and compared with the official text before service.
 */
export const GRACE_BEFORE_COMMERCIAL_COURT: string[] = [
  'Sans préjudice des dispositions de l’article 68, la demande incidente tendant à l’octroi d’un délai de paiement en application de l’article 1343-5 du code civil peut être formée par requête faite, remise ou adressée au greffe, où elle est enregistrée. L’auteur de cette demande doit justifier avant l’audience que l’adversaire en a eu connaissance par lettre recommandée avec demande d’avis de réception. Les pièces que la partie invoque à l’appui de sa demande de délai de paiement sont jointes à la requête.',
  'L’auteur de cette demande incidente peut ne pas se présenter à l’audience, conformément au second alinéa de l’article 446-1. Dans ce cas, le juge ne fait droit aux demandes présentées contre cette partie que s’il les estime régulières, recevables et bien fondées.',
];

export const GRACE_BEFORE_JUDICIAL_COURT: string[] = [
  'Sans préjudice des dispositions de l’article 68, la demande incidente tendant à l’octroi d’un délai de paiement en application de l’article 1343-5 du code civil peut être formée par requête remise ou adressée au greffe. Les pièces que la partie souhaite invoquer à l’appui de sa demande sont jointes à sa requête. La demande est communiquée aux autres parties, à l’audience, par le juge, sauf la faculté pour ce dernier de la leur faire notifier par le greffier, accompagnée des pièces jointes, par lettre recommandée avec demande d’avis de réception.',
  'L’auteur de cette demande incidente peut ne pas se présenter à l’audience, conformément au second alinéa de l’article 446-1. Dans ce cas, le juge ne fait droit aux demandes présentées contre cette partie que s’il les estime régulières, recevables et bien fondées.',
];
