import type { QuestionType } from "./question.ts";

const LIST_NOUNS =
  "[aá]reas|pilares|prioridades|factores|objetivos|metas|pasos|retos|desaf[ií]os|elementos|puntos|ejemplos|pa[ií]ses|tipos|medidas|principios|estrategias|obligaciones|temas|programas|beneficios|formas|etapas|lecciones|recomendaciones|propuestas|amenazas|delitos|ventajas|mecanismos|sectores|riesgos";

/** Patterns of Spanish questions, accents left out or not ("\\b" knows no accented letters); the first match wins. */
export const SPANISH_QUESTION_TYPES: readonly (readonly [QuestionType, RegExp])[] = [
  [
    "number",
    new RegExp(
      "(?<!\\p{L})(?:cu[aá]nt[oa]s?|qu[eé] (?:tan(?:t[oa]s?)?|porcentaje|proporci[oó]n|parte|cantidad|n[uú]mero|fracci[oó]n|tasa|lugar ocupa)|cu[aá]l (?:es|era|fue|ser[ií]a) (?:el|la) (?:tasa|porcentaje|n[uú]mero|monto|costo|precio|valor|tama[nñ]o|nivel|cifra|presupuesto|proporci[oó]n|esperanza de vida))(?!\\p{L})",
      "iu",
    ),
  ],
  [
    "when",
    /(?<!\p{L})(?:cu[aá]ndo|(?:en|a partir de|desde|hasta|de) qu[eé] (?:a[nñ]o|fecha|mes|d[ií]a|d[eé]cada|siglo|momento))(?!\p{L})/iu,
  ],
  [
    "why",
    /(?<!\p{L})(?:por qu[eé]|a qu[eé] se deben?|cu[aá]l(?:es)? (?:es|son|fue|fueron) (?:la|las|el|los) (?:causas?|motivos?|raz[oó]n|razones)|qu[eé] (?:caus[oó]|causa|provoc[oó]|provoca|explica|motiv[oó]|llev[oó] a))(?!\p{L})/iu,
  ],
  [
    "comparison",
    /(?<!\p{L})(?:compar(?:a|an|ado|ada|ados|adas|aci[oó]n|ar)|diferencias?|versus|(?:m[aá]s|menos|mayor|menor|mejor|peor) (?:\p{L}+ )?que)(?!\p{L})/iu,
  ],
  [
    "recommendation",
    /(?<!\p{L})(?:recom(?:ienda|iendan|endaci[oó]n|endaciones|endado)|propon(?:e|en)|propuestas?|deber[ií]an?|debe(?:n)? hacer|hay que|(?:se puede|puede|podr[ií]an?|conviene|convendr[ií]a) hacer|aconseja|sugieren?|sugerencias?)(?!\p{L})/iu,
  ],
  [
    "list",
    new RegExp(
      `^\\W*(?:enumer[ae]|lista|menciona)(?!\\p{L})|(?<!\\p{L})(?:qu[eé]|cu[aá]les)(?: son)?(?: los| las| sus)?(?: \\p{L}+){0,2}? (?:${LIST_NOUNS})(?!\\p{L})`,
      "iu",
    ),
  ],
  ["who", /(?<!\p{L})qui[eé]n(?:es)?(?!\p{L})/iu],
  [
    "where",
    /(?<!\p{L})(?:a|de|en|por)?d[oó]nde(?!\p{L})|(?<!\p{L})en qu[eé] (?:ciudad|estado|pa[ií]s|lugar|regi[oó]n)/iu,
  ],
  ["definition", /^\W*qu[eé] (?:es|son|era|significa)(?!\p{L})(?: \p{L}+){1,5}\W*$/iu],
  [
    "position",
    /(?<!\p{L})(?:qu[eé] (?:opinan?|piensan?|creen?)|(?:qu[eé]|cu[aá]l es la) (?:postura|opini[oó]n)|argumentan?|seg[uú]n)(?!\p{L})/iu,
  ],
  ["how", /(?<!\p{L})(?:c[oó]mo|de qu[eé] (?:manera|forma|modo))(?!\p{L})/iu],
];
