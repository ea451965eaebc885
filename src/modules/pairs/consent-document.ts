import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { column, document, fillLine, gap, heading, p, section, signature, table } from '../../documents/build.ts'
import type { Doc } from '../../documents/model.ts'
import { localTime } from '../../kernel/clock.ts'
import { longPeriod } from '../../kernel/dates.ts'
import { fullName, type NameParts, postWords, signatureName } from '../../kernel/names.ts'
import type { Day, PersonId } from '../../kernel/types.ts'
import { roleWord } from '../../regulation/people/questions.ts'
import { namesOf } from '../people/name-queries.ts'
import { postOnDay } from '../people/queries.ts'
import type { OpenPair } from './case.ts'
import { isByLaw } from './withdrawal-rules.ts'

type Known = { readonly name: NameParts | null; readonly post: string; readonly employer: string }

async function known(tx: Tx, ctx: Pick<Ctx, 'territory'>, personId: PersonId, on: Day): Promise<Known> {
  const [names, post] = await Promise.all([namesOf(tx, ctx, [personId]), postOnDay(tx, ctx, personId, on)])
  return { name: names.get(personId) ?? null, post: post ? postWords(post) : '', employer: post?.organisation ?? '' }
}

const calledIn = ({ name, post, employer }: Known) => [name && fullName(name), post, employer].filter(Boolean).join(', ')

/**
 * The written consent of a mentor, and what the agreement with the employer has to say: what is done, how long, in which form. What nobody has told the
 * system is left to be written by hand. The law is named on papers of its time alone.
 */
export async function consentDocument(
  { one, site }: OpenPair,
  { tx, ctx }: { readonly tx: Tx; readonly ctx: Ctx },
): Promise<Doc> {
  const on = one.mentorAgreedAt === null ? ctx.today : localTime(one.mentorAgreedAt, ctx.territory.timeZone).day
  const [mentor, mentee] = await Promise.all([known(tx, ctx, one.mentorId, on), known(tx, ctx, one.menteeId, one.startsOn)])
  const title = 'Согласие вести наставническую пару'
  const law = isByLaw(on) ? ' (статья 351.8 Трудового кодекса Российской Федерации)' : ''
  const term = longPeriod({ from: one.startsOn, to: one.endsOn })
  return document({ title, date: on }, [
    section([
      p(`Руководителю: ${mentor.employer}`, { align: 'right' }),
      p(`От: ${calledIn(mentor)}`, { align: 'right' }),
      gap(),
      heading(1, title),
      p(`Даю согласие вести пару на стажировочной площадке (${site.fullNames.join(', ')}) на таких условиях${law}.`),
      table(
        [column('Условие', 5), column('Что согласовано', 12)],
        [
          ['Роль на площадке', roleWord(site.regulation, one.role)],
          ['С кем', calledIn(mentee)],
          ['Содержание работы', one.goal],
          ['Срок', term],
        ],
      ),
      gap(),
      p('Форма работы (встречи, уроки, очно или на расстоянии):'),
      fillLine(),
      p('Условия оплаты или отметка, что работа ведётся без доплаты:'),
      fillLine(),
      p('Содержание, срок, форму работы и условия оплаты записывают в трудовой договор или дополнительное соглашение к нему.'),
      p(
        'Досрочно отказаться вести пару, как и отменить поручение, можно, предупредив другую сторону не позднее чем за три рабочих дня.',
      ),
      gap(),
      signature('Кто ведёт пару', mentor.name ? signatureName(mentor.name) : '', { line: true }),
      signature('Руководитель организации', '', { line: true }),
    ]),
  ])
}
