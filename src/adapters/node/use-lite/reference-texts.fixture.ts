const LONG =
  "The relationship between the United States and Mexico is among the most complex that either country has: it spans " +
  "trade worth more than a billion dollars a day, security cooperation that has had its ups and downs since 2007, " +
  "migration in both directions and through Mexico from Central America, a shared environment of rivers, aquifers and " +
  "air, and millions of families with members on both sides of the border. ";

/** Texts of every sort that the encoder meets, and some that it should survive. */
export const REFERENCE_TEXTS: readonly string[] = [
  "Mexico",
  "What is the report about?",
  "How much of Mexico's exports go to the United States?",
  "The USMCA entered into force on July 1, 2020, replacing NAFTA.",
  "Roughly 1.2 million people cross the 1,954-mile border every day; $614.5 billion in goods crossed it in 2019.",
  "WHAT DOES THE REPORT SAY ABOUT THE MÉRIDA INITIATIVE?",
  "¿Qué recomienda el informe sobre la cooperación en materia de seguridad y migración?",
  "El presidente Andrés Manuel López Obrador y la secretaría de Relaciones Exteriores",
  "Pemex's debt (over US$100bn) — the world's most indebted oil company — was downgraded to “junk” by Moody’s…",
  "3 * 4 = 12; 50% of n/a [sic] {x} <s> </s> a@b.org https://example.org/a?b=c#d :) ://",
  "  Two\tcountries,\n\n one   river: the Río Bravo\u00a0/ Rio Grande.  ",
  "ﬁnancial ﬂows, ½ of ① and ２０２１ (full-width), H₂O and m²",
  "墨西哥和美国的关系",
  "Обзор отношений США и Мексики",
  "Emoji 🇲🇽🤝🇺🇸 between words, and 𝒮cript letters",
  "e\u0301migre\u0301 and émigré are the same after normalization",
  "supercalifragilisticexpialidocious antidisestablishmentarianism",
  "a",
  LONG,
  LONG.repeat(4),
];
