import { AlignmentType, type ParagraphChild, TextRun } from 'docx'
import type { Align, Words } from './model.ts'

export const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.JUSTIFIED,
} satisfies Record<Align, unknown>

/** Word breaks long words by itself, and what is copied out of it should hold nothing invisible. */
const wordText = (text: string): string => text.replaceAll('\u200b', '')

export function textRuns(words: Words): ParagraphChild[] {
  return words.map((run) => new TextRun({ text: wordText(run.text), bold: run.bold, italics: run.italic }))
}

/** One piece of plain text. */
export const textRun = (text: string): TextRun => new TextRun(wordText(text))
