import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { programmes } from '../../modules/programmes/case.ts'
import { noCompletion } from '../../modules/programmes/completion-rules.ts'
import { agreeProgramme, sendProgramme } from '../../modules/programmes/deeds/agree.ts'
import { startOnSite } from '../../modules/programmes/deeds/start.ts'
import { fixOwnVersion } from '../../modules/programmes/deeds/versions.ts'
import { addTopic, partSaves, saveTopic } from '../../modules/programmes/deeds/write.ts'
import type { AssessmentLife, ProgrammeLife } from '../../regulation/life-facts.ts'
import { found } from './find.ts'
import { does, nothingSaid, type Place, type Step } from './step.ts'

const lines = (texts: readonly string[]) => texts.map((text) => ({ id: null, text }))
/** The programme of a site: written part by part, fixed, and agreed where the paper lets somebody agree it. */
export function programmeSteps({ keys, siteOf }: Place, given: ProgrammeLife): Step[] {
  const siteId = keys.site(siteOf)
  const { title, on, by, topics, resources, assessment, completion, agreedBy } = given
  const its = (tx: Tx, ctx: Ctx) => found.programme(tx, ctx, siteId)
  let minute = 0
  const step = (what: string, run: Step['run'], who = by): Step => ({
    ...{ on, who, run },
    time: `14:${String(minute++).padStart(2, '0')}:00`,
    key: `${siteOf}, программа: ${what}`,
  })
  return [
    step('начата', (ctx) => startOnSite.run(ctx, { id: siteId, title })),
    step('записка', (ctx) =>
      does(ctx, programmes, partSaves.note, its, {
        ...{ title, relevance: given.relevance, aim: given.aim, contingent: given.contingent, others: [] },
        tasks: lines(given.tasks),
        directions: lines(given.directions),
      }),
    ),
    ...topics.flatMap((topic, at) => [
      step(`тема ${at + 1}`, (ctx) => does(ctx, programmes, addTopic, its, { title: topic.title, topicId: null })),
      step(`тема ${at + 1} написана`, (ctx) =>
        does(ctx, programmes, saveTopic, its, (_, { content }) => ({
          ...{ topic: content.topics[at]?.id ?? '', title: topic.title, declaredHours: null },
          ...{ teach: lines(topic.teach), form: lines(topic.form), develop: lines(topic.develop) },
          sessions: topic.sessions.map(({ remote = false, ...session }) => ({ id: null, ...session, remote })),
          tryOuts: topic.tryOuts.map((one) => ({ id: null, ...one })),
          results: lines(topic.results),
        })),
      ),
    ]),
    step('ресурсы', (ctx) =>
      does(ctx, programmes, partSaves.resources, its, {
        people: lines(resources.people),
        material: lines(resources.material),
        teaching: lines(resources.teaching),
      }),
    ),
    ...(assessment
      ? [
          step('оценка', (ctx) =>
            does(ctx, programmes, partSaves.assessment, its, {
              external: assessed(assessment.external),
              self: assessed(assessment.self),
            }),
          ),
        ]
      : []),
    ...(completion
      ? [step('условия', (ctx) => does(ctx, programmes, partSaves.completion, its, { ...noCompletion, ...completion }))]
      : []),
    step('закреплена', (ctx) => does(ctx, programmes, fixOwnVersion, its, {})),
    ...(agreedBy.length > 0 ? [step('отправлена', (ctx) => does(ctx, programmes, sendProgramme, its, {}))] : []),
    ...agreedBy.map((who, at) => step(`шаг ${at + 1}`, (ctx) => does(ctx, programmes, agreeProgramme, its, nothingSaid), who)),
  ]
}

const assessed = ({ criteria, procedure, tools }: AssessmentLife) => ({
  ...{ procedure, tools },
  criteria: criteria.map((one) => ({ id: null, ...one })),
})
