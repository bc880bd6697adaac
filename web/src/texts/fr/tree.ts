/** The words around a calculation that opens step by step, wherever it is shown. */
export const tree = {
  calculation: 'Le calcul, pas à pas',
  openAll: 'Tout déplier',
  closeAll: 'Tout replier',
  confidence: { A: 'texte officiel vérifié', B: 'sources concordantes', C: 'à vérifier' },
  since: (day: string) => `en vigueur depuis le ${day}`,
  between: (from: string, until: string) => `version du ${from} au ${until}`,
  until: (day: string) => `version jusqu'au ${day}`,
  carried: 'même valeur qu’ailleurs dans ce calcul',
};
