import { fingerprint } from "../../model/fingerprint.ts";
import { type Language, SOURCE_LANGUAGE } from "../../model/language.ts";
import type { Report } from "../../model/report.ts";
import { chartCard, figureCard, textCard } from "../../preview/cards.ts";
import type { Desk } from "../../preview/desk.ts";
import type { EditionMessage, StateMessage } from "../../preview/messages.ts";
import { placing } from "../../preview/placing.ts";
import { charactersOf } from "../../print/fonts/characters.ts";
import type { ShownEdition } from "./editions.ts";
import type { PreviewSession } from "./session.ts";
import { termsOf } from "./terms.ts";

/** What the preview page asks of a session, in the page's own words. */
export function deskOf(
  session: PreviewSession,
  year: number,
): Pick<Desk, "state" | "edition" | "figure" | "text" | "chart"> {
  return {
    state: () => stateMessage(session, year),
    edition: async (language) => {
      const shown = await session.edition(language);
      return shown && editionMessage(shown);
    },
    figure: (ref) => {
      const { good } = session.state();
      return good && figureCard(good.report, ref);
    },
    text: async (language, key) => {
      const { good } = session.state();
      const shown = await session.edition(language);
      if (!good || !shown) return null;
      const english = language === SOURCE_LANGUAGE ? shown : await session.edition(SOURCE_LANGUAGE);
      const terms = termsOf(good, language, key);
      const question = { key, language, edition: shown.edition, english: english?.edition ?? null, terms };
      return textCard(good.report, question);
    },
    chart: async (language, id) => {
      const { good } = session.state();
      const shown = await session.edition(language);
      return good && shown && chartCard(good.report, shown.edition, id);
    },
  };
}

const NAMES: Readonly<Record<Language, string>> = {
  en: "English",
  "zh-CN": "中文",
  ja: "日本語",
  ko: "한국어",
};

function stateMessage(session: PreviewSession, year: number): StateMessage {
  const { good, broken, checked, diagnostics } = session.state();
  const place = placing(good?.report ?? null);
  return { year, editions: choices(good?.report), broken, checked, diagnostics: diagnostics.map(place) };
}

function choices(report: Report | undefined): StateMessage["editions"] {
  return [...(report?.editions ?? [])].map(([language, state]) => ({
    language,
    name: NAMES[language],
    state,
  }));
}

function editionMessage({ language, version, html, styles, composition }: ShownEdition): EditionMessage {
  const { entries, slots, references } = composition;
  const chapter = entries.find(({ kind }) => kind === "chapter");
  return {
    language,
    version,
    html,
    css: styles.css,
    fonts: fingerprint(charactersOf(composition.html)),
    selectors: styles.selectors,
    boxes: styles.boxes,
    slots: [...slots, ...[...references].map(([slot, { target }]) => [target, slot] as const)],
    firstChapter: chapter?.id ?? null,
  };
}
