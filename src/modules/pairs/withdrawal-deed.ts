import { longDate } from '../../kernel/dates.ts'
import { ok, refuseRule } from '../../kernel/result.ts'
import { deed } from '../../kit/deed.ts'
import { day, optionalArea } from '../../kit/form/fields.ts'
import { pairs } from './case.ts'
import { wordsOf } from './deeds.ts'
import { paths } from './paths.ts'
import { runningSite } from './store.ts'
import { firstLastDay, wrongWithdrawal } from './withdrawal-rules.ts'

/** The mentor withdraws before the term, with notice; the head finds somebody else in the meantime. */
export const withdrawMentor = deed(pairs, 'withdraw', {
  at: paths.pairWithdrawal,
  permits: 'pair.withdraw',
  anyStanding: true,
  elsewhere: { rule: 'pair.isOver' },
  form: {
    leadsUntil: day('Последний день, когда вы ведёте пару', { what: 'последний день' }),
    withdrawal: optionalArea('Почему', { most: 1000, rows: 2, hint: 'Можно оставить пустым' }),
  },
  begins: ({ ctx }) => ({ leadsUntil: firstLastDay(ctx.today) }),
  lacks: ({ one, ctx }) => {
    if (one.leadsUntil !== null) return refuseRule('pair.isWithdrawn')
    return firstLastDay(ctx.today) < one.endsOn
      ? ok(null)
      : refuseRule('pair.endsSooner', { params: { day: longDate(one.endsOn) } })
  },
  rule: ({ one, input, ctx }) => wrongWithdrawal(one, input.leadsUntil, ctx.today),
  set: ({ input, ctx }) => ({ ...input, withdrawnOn: ctx.today }),
  tell: (given) => ({
    kind: 'pair.withdrawn',
    to: [given.one.menteeId, runningSite],
    params: { ...wordsOf(given), to: given.input.leadsUntil, why: given.input.withdrawal },
  }),
  fact: ({ mentor, mentee, input }) => ({ kind: 'pair.withdrawn', facts: { mentor, mentee, to: input.leadsUntil } }),
  done: 'Отказ записан. Площадке и второй стороне сообщено',
  ask: {
    title: 'Больше не вести эту пару',
    text: 'Об отказе предупреждают не позднее чем за три рабочих дня. До этого дня пара работает как прежде.',
    folded: true,
    button: 'Отказаться вести',
    kind: 'secondary',
  },
})
