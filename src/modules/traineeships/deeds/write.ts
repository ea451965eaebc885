import { factsToldOf } from '../../../history/told-before.ts'
import { ok, refuseRule } from '../../../kernel/result.ts'
import { deed } from '../../../kit/deed.ts'
import { area } from '../../../kit/form/fields.ts'
import { headsOf } from '../../sites/decider-queries.ts'
import { traineeships } from '../case-queries.ts'
import { paths } from '../paths.ts'
import { wordsOf } from '../people.ts'
import { mayWrite } from '../rules.ts'

/** The trainee writes to whoever leads, and they to the trainee: by the network and by mail, where the paper knows work at a distance. (R-22v) */
export const writeAboutTraineeship = deed(traineeships, null, {
  at: paths.traineeshipLetters,
  permits: 'traineeship.write',
  form: { text: area('Что написать', { what: 'сообщение', most: 1000, rows: 4 }) },
  lacks: ({ one, site }) => mayWrite(one.state, site.regulation),
  also: async (tx, given) => {
    const { one, site, ctx, guides } = given
    const isTrainee = one.personId === ctx.actor.personId
    const leads = guides.length > 0 ? guides : await headsOf(tx, ctx, site.id)
    const to = isTrainee ? leads : [one.personId]
    if (to.length === 0) return refuseRule('traineeship.nobodyToWrite', { field: 'text' })
    const before = await factsToldOf(tx, ctx, one.id, 'traineeship.written')
    return ok({ ...(await wordsOf(tx, given)), to, before })
  },
  tell: ({ ctx, input, made: { title, site, to, before } }) => ({
    kind: 'traineeship.written',
    to,
    params: { title, site, text: input.text, by: ctx.actor.name },
    nth: before + 1,
  }),
  // What was written is nobody's but theirs: history says that there was a letter.
  fact: ({ ctx, made }) => ({
    kind: 'traineeship.written',
    facts: { person: made.person, programme: made.title, by: ctx.actor.name },
  }),
  done: 'Сообщение отправлено: его увидят в системе и получат по почте',
  ask: {
    title: 'Написать о стажировке',
    folded: true,
    text: 'Стажёр пишет тому, кто его ведёт, а ведущий — стажёру. Фамилий детей не называйте.',
    button: 'Отправить',
    kind: 'secondary',
  },
})
