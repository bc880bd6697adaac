// Written from law/parameters by law/scripts/generate-parameters.ts. Change the YAML, then run it again.
import type { RawHoliday } from '../shapes.ts';

export const HOLIDAYS = {
  "Jour de l’An (metropole)": ["Jour de l’An",{"fixed":"01-01"},"metropole","1982-01-01",null,"L3133-1 C. trav.","A","2026-11-21"],
  "Lundi de Pâques (metropole)": ["Lundi de Pâques",{"easter":1},"metropole","1982-01-01",null,"L3133-1 C. trav.","A","2026-11-21"],
  "Fête du Travail (metropole)": ["Fête du Travail",{"fixed":"05-01"},"metropole","1982-01-01",null,"L3133-1 C. trav.","A","2026-11-21"],
  "Victoire de 1945 (metropole)": ["Victoire de 1945",{"fixed":"05-08"},"metropole","1982-01-01",null,"L3133-1 C. trav.","A","2026-11-21"],
  "Ascension (metropole)": ["Ascension",{"easter":39},"metropole","1982-01-01",null,"L3133-1 C. trav.","A","2026-11-21"],
  "Lundi de Pentecôte (metropole)": ["Lundi de Pentecôte",{"easter":50},"metropole","1982-01-01",null,"L3133-1 C. trav.","A","2026-11-21"],
  "Fête nationale (metropole)": ["Fête nationale",{"fixed":"07-14"},"metropole","1982-01-01",null,"L3133-1 C. trav.","A","2026-11-21"],
  "Assomption (metropole)": ["Assomption",{"fixed":"08-15"},"metropole","1982-01-01",null,"L3133-1 C. trav.","A","2026-11-21"],
  "Toussaint (metropole)": ["Toussaint",{"fixed":"11-01"},"metropole","1982-01-01",null,"L3133-1 C. trav.","A","2026-11-21"],
  "Armistice de 1918 (metropole)": ["Armistice de 1918",{"fixed":"11-11"},"metropole","1982-01-01",null,"L3133-1 C. trav.","A","2026-11-21"],
  "Noël (metropole)": ["Noël",{"fixed":"12-25"},"metropole","1982-01-01",null,"L3133-1 C. trav.","A","2026-11-21"],
  "Vendredi saint (alsace-moselle)": ["Vendredi saint",{"easter":-2},"alsace-moselle","1982-01-01",null,"L3134-13 C. trav.","C","2026-11-21"],
  "Saint-Étienne (alsace-moselle)": ["Saint-Étienne",{"fixed":"12-26"},"alsace-moselle","1982-01-01",null,"L3134-13 C. trav.","C","2026-11-21"],
  "Abolition de l’esclavage (mayotte)": ["Abolition de l’esclavage",{"fixed":"04-27"},"mayotte","2008-06-19",null,"L3422-2 C. trav.","C","2026-11-21"],
  "Abolition de l’esclavage (martinique)": ["Abolition de l’esclavage",{"fixed":"05-22"},"martinique","2008-06-19",null,"L3422-2 C. trav.","C","2026-11-21"],
  "Abolition de l’esclavage (guadeloupe)": ["Abolition de l’esclavage",{"fixed":"05-27"},"guadeloupe","2008-06-19",null,"L3422-2 C. trav.","C","2026-11-21"],
  "Abolition de l’esclavage (guyane)": ["Abolition de l’esclavage",{"fixed":"06-10"},"guyane","2008-06-19",null,"L3422-2 C. trav.","C","2026-11-21"],
  "Abolition de l’esclavage (reunion)": ["Abolition de l’esclavage",{"fixed":"12-20"},"reunion","2008-06-19",null,"L3422-2 C. trav.","C","2026-11-21"],
} as const satisfies Record<string, RawHoliday>;
