import { type Apart, readApart as apart, workerBeside } from '../../../documents/reading/read-apart.ts'
import type { SentApart, sortFile } from './sort-file.ts'

/** Takes the .docx of a programme apart in a thread of its own. */
export const readApart = (sent: SentApart, whose: string): Promise<Apart<ReturnType<typeof sortFile>>> =>
  apart(workerBeside(import.meta.url), sent, whose)
