// Written from law/parameters by law/scripts/generate-parameters.ts. Change the YAML, then run it again.
import type { RawTariff } from '../shapes.ts';

export const TARIFFS = {
  "commissaire-coefficient": {
    ...{"description":"Coefficient des émoluments fixes du commissaire de justice selon le montant de la créance","unit":"multiple"},
    values: [
      ["2016-05-01",null,[["12800","0.5"],["128000","1"],[null,"2"]],"Code de commerce","A444-46 C. com.",null,"B"],
    ],
  },
} as const satisfies Record<string, RawTariff>;
