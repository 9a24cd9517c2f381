/** The nine stages in order. README, the pipeline and the progress log use these names and numbers. */
export const STAGES = [
  "gather",
  "check",
  "resolve",
  "draw",
  "compose",
  "print",
  "finish",
  "preflight",
  "deliver",
] as const;

/** Name of a stage. */
export type Stage = (typeof STAGES)[number];

/** A stage's number, from 1. */
export function stageNumber(stage: Stage): number {
  return STAGES.indexOf(stage) + 1;
}
