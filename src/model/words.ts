export { type LanguageWords, languageWordsSchema } from "../language/words.ts";
