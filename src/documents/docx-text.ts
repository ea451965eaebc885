import { AlignmentType, type ParagraphChild, TextRun } from 'docx'
import type { Align, Words } from './model.ts'

export const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.JUSTIFIED,
} satisfies Record<Align, unknown>

export function textRuns(words: Words): ParagraphChild[] {
  return words.map((run) => new TextRun({ text: run.text, bold: run.bold, italics: run.italic }))
}
