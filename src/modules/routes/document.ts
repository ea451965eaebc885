import { column, document, gap, heading, p, section, signature, table } from '../../documents/build.ts'
import type { Doc } from '../../documents/model.ts'
import { longDate, shortDate } from '../../kernel/dates.ts'
import { fullName } from '../../kernel/names.ts'
import type { ThingRequest } from '../../kit/thing.ts'
import { initialsOf } from '../people/name-queries.ts'
import type { OpenRoute } from './case.ts'
import { calledIn, stepsOf } from './store.ts'
import { kindWords, stateTags, stepTags } from './texts.ts'

/** The route on one page, for the person who wishes to have it. (T-32) */
export async function routeDocument({ one, person, framework }: OpenRoute, { tx, ctx }: ThingRequest): Promise<Doc> {
  const [steps, nameOf] = await Promise.all([stepsOf(tx, ctx, one.id), initialsOf(tx, ctx, [one.otherAgreedBy])])
  const title = 'Индивидуальный образовательный маршрут'
  const name = fullName(person)
  return document({ title: `${title}: ${name}`, date: ctx.today }, [
    section([
      heading(1, title),
      p(name, { align: 'center' }),
      p(`${stateTags[one.state].word.toLowerCase()}, на ${longDate(ctx.today)}`, { align: 'center' }),
      gap(),
      table(
        [column('№', 1), column('Шаг', 7), column('Чему учит', 6), column('Когда', 3), column('Состояние', 3)],
        steps.map((step, n) => [
          String(n + 1),
          `${step.title} (${kindWords[step.kind]})`,
          calledIn(framework, step.lacked),
          step.on === null ? '' : shortDate(step.on),
          one.state === 'draft' ? '' : stepTags[step.state].word.toLowerCase(),
        ]),
      ),
      gap(),
      ...(one.personAgreedOn === null ? [] : [p(`Согласие дано ${longDate(one.personAgreedOn)}: ${name}.`)]),
      ...(one.otherAgreedOn === null || one.otherAgreedBy === null
        ? []
        : [p(`Согласие дано ${longDate(one.otherAgreedOn)}: ${nameOf(one.otherAgreedBy)}.`)]),
      gap(),
      signature('Педагог', nameOf(one.personId) || name, { line: true }),
    ]),
  ])
}
