import { createHash } from 'node:crypto'
import type { Part, ProgrammeContent, Topic } from './model.ts'

/**
 * What a form was begun with, as a number: several people write one programme at once, and only those who write the same part or topic are in
 * each other's way.
 */
const fingerprint = (written: unknown): number =>
  Number.parseInt(createHash('sha256').update(JSON.stringify(written)).digest('hex').slice(0, 12), 16)

/** The fingerprint of a part; the title of the programme stands in its note. */
export const partPrint = (part: Exclude<Part, 'topics'>, title: string, content: ProgrammeContent): number =>
  fingerprint(part === 'note' ? { title, note: content.note } : (content[part] ?? {}))

export const topicPrint = (topic: Topic | undefined): number => fingerprint(topic ?? null)
