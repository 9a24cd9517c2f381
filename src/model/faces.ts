import type { Language } from "./language.ts";

/** One static TrueType file of an npm font package. */
export interface Face {
  /** CSS family name. */
  readonly family: string;
  /** Text, or headings, tables and charts. */
  readonly role: "serif" | "sans";
  readonly weight: 400 | 600;
  readonly style: "normal" | "italic";
  readonly package: string;
  /** Path of the file inside the package. */
  readonly file: string;
}

interface FamilyName {
  readonly family: string;
  readonly package: string;
  /** Beginning of the file names: `NotoSansSC`. */
  readonly stem: string;
}

const NAMES = { 400: "Regular", 600: "SemiBold" } as const;

function upright(role: Face["role"], weight: Face["weight"], { stem, ...name }: FamilyName): Face {
  const cut = `${weight}${NAMES[weight]}`;
  return { ...name, role, weight, style: "normal", file: `${cut}/${stem}_${cut}.ttf` };
}

function italic({ stem, ...name }: FamilyName): Face {
  return {
    ...name,
    role: "serif",
    weight: 400,
    style: "italic",
    file: `400Regular_Italic/${stem}_400Regular_Italic.ttf`,
  };
}

const family = (name: string, slug: string): FamilyName => ({
  family: name,
  package: `@expo-google-fonts/${slug}`,
  stem: name.replaceAll(" ", ""),
});

function pair(serif: FamilyName, sans: FamilyName): Face[] {
  return [
    upright("serif", 400, serif),
    upright("serif", 600, serif),
    upright("sans", 400, sans),
    upright("sans", 600, sans),
  ];
}

const SOURCE_SERIF = family("Source Serif 4", "source-serif-4");
const noto = (script: string) =>
  pair(
    family(`Noto Serif ${script}`, `noto-serif-${script.toLowerCase()}`),
    family(`Noto Sans ${script}`, `noto-sans-${script.toLowerCase()}`),
  );

/**
 * The faces of each language: serif for text, sans for the rest. The Latin letters of the Noto CJK families are those of
 * Source Serif and Source Sans, so the four editions look like one family.
 */
export const FACES: Record<Language, readonly Face[]> = {
  en: [...pair(SOURCE_SERIF, family("Source Sans 3", "source-sans-3")), italic(SOURCE_SERIF)],
  "zh-CN": noto("SC"),
  ja: noto("JP"),
  ko: noto("KR"),
};

/** CSS family names of a language's serif and sans. */
export function families(language: Language): Record<Face["role"], string> {
  const name = (role: Face["role"]) => FACES[language].find((face) => face.role === role)?.family ?? "";
  return { serif: name("serif"), sans: name("sans") };
}
