import { isDeepStrictEqual } from 'node:util'
import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { newId } from '../../../kernel/ids.ts'
import { no, ok, type Result, refuse, refuseAll } from '../../../kernel/result.ts'
import type { ProgrammeId } from '../../../kernel/types.ts'
import { deed } from '../../../kit/deed.ts'
import type { DeedSpec } from '../../../kit/deed-types.ts'
import { type Fields, inAddress, unseenIn, type ValueOf } from '../../../kit/form/fields.ts'
import { type At, filled } from '../../../kit/thing.ts'
import { ownRefused, ownTyped } from '../../../regulation/fields.ts'
import { ownSections } from '../../../regulation/intake/questions.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import { type OpenProgramme, programmes } from '../case.ts'
import { wrongCompletion } from '../completion-rules.ts'
import {
  newTopic,
  type TopicDeed,
  withAssessment,
  withCompletion,
  withNote,
  withResources,
  withTopicMoved,
  withTopicText,
} from '../edits.ts'
import { assessmentForm, completionFields, noteFields, resourcesFields, topicFields } from '../fields.ts'
import { partPrint, topicPrint } from '../fingerprint.ts'
import { ownForm, topicsForm } from '../forms.ts'
import type { Part, ProgrammeContent } from '../model.ts'
import type { WrittenPart } from '../part-values.ts'
import { paths } from '../paths.ts'
import { brokenContent, brokenTopic, mostTopics } from '../rules.ts'

/** What becomes of a draft. */
type Draft = {
  readonly part: Part
  readonly content: ProgrammeContent
  readonly title?: string
  readonly topic?: string
}

/** The draft as it would stand, unless nobody could read it. */
export function drafted<More extends object>(content: ProgrammeContent, regulation: Regulation, more: More) {
  const broken = brokenContent(content, regulation)
  return broken.length > 0 ? refuseAll(broken) : ok({ ...more, content })
}

const isSame = ({ one, content, made }: OpenProgramme & { readonly made: Draft }) =>
  isDeepStrictEqual(made.content, content) && (made.title ?? one.title) === one.title

/** A change of the draft; saving the same words again tells nothing. */
const writing = {
  permits: 'programme.edit',
  idle: isSame,
  set: ({ made: { content, title } }) => ({ content, title }),
  fact: async (given, tx) => {
    const { ctx, one, made } = given
    if (isSame(given) || (await isSameSitting(tx, ctx, one.id, made.part))) return null
    return { kind: 'programme.changed', facts: { part: made.part, version: one.number } }
  },
} satisfies Partial<DeedSpec<OpenProgramme, unknown, Draft, Partial<Draft>, 'programme'>>

/** Saves of one part by one person within this time are one fact of history: drafts are kept every few seconds. */
const sameSitting = 30 * 60_000

async function isSameSitting(tx: Tx, { territory, actor, now }: Ctx, subjectId: ProgrammeId, part: Part) {
  const last = await tx
    .selectFrom('history')
    .select(['kind', 'personId', 'at', 'facts'])
    .where((is) => is.and({ territoryId: territory.id, subjectId }))
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (last?.kind !== 'programme.changed' || last.personId !== actor.personId) return false
  return (last.facts as { part?: string }).part === part && now.getTime() - last.at.getTime() < sameSitting
}

/** Saves one part of a draft. It may be incomplete, and whoever writes another part is not in the way. (R-A2) */
const savePart = <Form extends Fields>(
  part: WrittenPart,
  at: At<'programme'>,
  form: Form,
  written: (content: ProgrammeContent, typed: ValueOf<Form>) => ProgrammeContent,
  titleOf: (typed: ValueOf<Form>) => string | undefined = () => undefined,
) =>
  deed<OpenProgramme, 'change', Partial<Draft>, 'programme', Form, Draft>(programmes, 'change', {
    ...writing,
    at,
    form,
    versionOf: ({ one, content }) => partPrint(part, one.title, content),
    also: async (_, { content, owner, input }) =>
      drafted(written(content, input), owner.regulation, { part, title: titleOf(input) }),
    done: ({ params }) => ({ to: filled(at, params), notice: 'Сохранено' }),
  })

const note = savePart(
  'note',
  paths.programmeNote,
  noteFields,
  (content, typed) => withNote(content, typed, newId),
  ({ title }) => title,
)
const resources = savePart('resources', paths.programmeResources, resourcesFields, (content, typed) =>
  withResources(content, typed, newId),
)
const assessment = savePart('assessment', paths.programmeAssessment, unseenIn(assessmentForm), (content, typed) =>
  withAssessment(content, typed, newId),
)

/** Sections of the paper's own. */
const own = deed(programmes, 'change', {
  ...writing,
  at: paths.programmeOwn,
  form: unseenIn(ownForm),
  versionOf: ({ one, content }) => partPrint('own', one.title, content),
  async also(_, { content, owner: { regulation }, input }): Promise<Result<Draft>> {
    const { values, wrong } = ownTyped(ownSections(regulation), input.own)
    return wrong.length > 0 ? refuseAll(ownRefused(wrong)) : drafted({ ...content, own: values }, regulation, { part: 'own' })
  },
  done: ({ params }) => ({ to: filled(paths.programmeOwn, params), notice: 'Сохранено' }),
})

/** What a paper about a mastered programme is given for: the programme says it, and a version that is fixed keeps it. (X-T1) */
const completion = deed(programmes, 'change', {
  ...writing,
  at: paths.programmeCompletion,
  form: completionFields,
  versionOf: ({ one, content }) => partPrint('completion', one.title, content),
  async also(_, { content, owner: { regulation }, input }): Promise<Result<Draft>> {
    const wrong = wrongCompletion(input, content, regulation)
    return wrong.length > 0 ? refuseAll(wrong) : drafted(withCompletion(content, input), regulation, { part: 'completion' })
  },
  done: ({ params }) => ({ to: filled(paths.programmeCompletion, params), notice: 'Сохранено' }),
})

export const partSaves = { note, resources, assessment, own, completion }

/** Saves one topic of a draft. (R-A2, R-A2p) */
export const saveTopic = deed(programmes, 'change', {
  ...writing,
  at: paths.programmeTopic,
  form: { topic: inAddress<string>(), ...topicFields },
  versionOf: ({ content, input }) => topicPrint(content.topics.find(({ id }) => id === input.topic)),
  async also(_, { content, owner: { regulation }, input }): Promise<Result<Draft>> {
    const at = content.topics.findIndex(({ id }) => id === input.topic)
    const topic = content.topics[at]
    if (!topic) return refuse({ code: 'notFound' })
    const written = withTopicText(topic, input, newId)
    const broken = brokenTopic(written, regulation)
    if (broken.length > 0) return refuseAll(broken)
    return drafted({ ...content, topics: content.topics.with(at, written) }, regulation, { part: 'topics' })
  },
  done: ({ input, params }) => ({
    to: filled(paths.programmeTopic, { ...params, topic: input.topic }),
    notice: 'Тема сохранена',
  }),
})

const ofTopics = { ...writing, at: paths.programmeTopics, form: unseenIn(topicsForm), anyVersion: true } as const

/** Adds a topic at the end. */
export const addTopic = deed(programmes, 'change', {
  ...ofTopics,
  rule({ content, input }) {
    if (input.title === '') return [no('programme.topicNeedsTitle', { field: 'title' })]
    if (content.topics.length < mostTopics) return []
    return [no('programme.tooManyTopics', { field: 'title', params: { most: mostTopics } })]
  },
  async also(_, { content, owner, input }): Promise<Result<Draft>> {
    const topic = newId()
    const topics = [...content.topics, newTopic(topic, input.title)]
    return drafted({ ...content, topics }, owner.regulation, { part: 'topics', topic })
  },
  done: ({ made, params }) => ({
    to: filled(paths.programmeTopic, { ...params, topic: made.topic ?? '' }),
    notice: 'Тема добавлена',
  }),
})

/** Moves a topic by a place, or takes it out with everything in it. */
const moveTopic = (where: TopicDeed, notice: string) =>
  deed(programmes, 'change', {
    ...ofTopics,
    async also(_, { content, owner, input }): Promise<Result<Draft>> {
      const moved = withTopicMoved(content, input.topicId ?? '', where)
      return moved ? drafted(moved, owner.regulation, { part: 'topics' }) : refuse({ code: 'notFound' })
    },
    done: ({ params }) => ({ to: filled(paths.programmeTopics, params), notice }),
  })
export const topicMoves = {
  up: moveTopic('up', 'Тема поднята'),
  down: moveTopic('down', 'Тема опущена'),
  remove: moveTopic('remove', 'Тема удалена'),
}
