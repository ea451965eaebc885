import { no, ok } from '../../../kernel/result.ts'
import { deed } from '../../../kit/deed.ts'
import { beginProcedure, endProcedure } from '../../procedures/commands/move.ts'
import { deciding } from '../../procedures/deciding-blocks.tsx'
import { headsOf } from '../../sites/decider-queries.ts'
import { type OpenProgramme, programmes } from '../case.ts'
import { paths } from '../paths.ts'

const about = ({ one: { title }, owner }: Pick<OpenProgramme, 'one' | 'owner'>) => ({ title, site: owner.title })
/** Where it stands on its way, for whoever has read it there: the version itself never changes. */
const placeOf = ({ procedure }: OpenProgramme) => (procedure?.stands ? procedure.stands.round * 100 + procedure.stands.step : 0)

/** What is said about the programme of a site at the step it has come to, by whomever the regulation names. */
export const {
  pass: agreeProgramme,
  refuse: returnProgramme,
  awaiting,
  silence,
} = deciding(programmes, {
  at: paths.programmeDecisions,
  sees: 'programme.view',
  moves: { pass: 'agree', finish: 'agree', refuse: 'agree' },
  versionOf: placeOf,
  set: () => ({}),
  awaits: (opened, { caption }, deciders) => ({
    ...{ kind: 'programme.awaitsDecision', to: [deciders], params: { ...about(opened), caption } },
  }),
  told: ({ what, step: caption, remark, ...opened }) => {
    const [to, params] = [[headsOf], { ...about(opened), caption }]
    if (what === 'voiced') return null
    if (what === 'returned') return { kind: 'programme.returned', to, params: { ...params, remark: remark ?? '' } }
    return { kind: what === 'finished' ? 'programme.agreed' : 'programme.stepPassed', to, params }
  },
  fact: ({ what, one: { number: version }, step, remark }) => ({
    kind: (
      {
        voiced: 'programme.voiced',
        passed: 'programme.stepPassed',
        finished: 'programme.agreed',
        returned: 'programme.returned',
      } as const
    )[what],
    facts: { version, step, remark },
  }),
  done: {
    voiced: 'Ваше решение записано, ждут остальных',
    passed: 'Программа передана на следующий шаг',
    finished: 'Программа согласована',
    returned: 'Программа возвращена с замечанием',
  },
  hint: 'Нужно, если возвращаете программу; его увидят руководитель и сотрудники площадки',
})

const isAsked = ({ procedure }: OpenProgramme) => (procedure?.steps.length ?? 0) > 0
const stateOf = ({ procedure }: OpenProgramme) => procedure?.stands?.state ?? null

/** Sends the fixed programme of a site to whomever the regulation lets agree it; a later version goes there again. (L-321, C-42) */
export const sendProgramme = deed(programmes, 'agree', {
  at: paths.programmeSendings,
  permits: 'programme.send',
  versionOf: placeOf,
  lacks: (opened) => {
    if (!isAsked(opened)) return [no('programme.agreementNotAsked')]
    const state = stateOf(opened)
    return state === 'going' || state === 'passed' ? [no('programme.isSent')] : []
  },
  follow: async (tx, { ctx, procedure }) => {
    if (procedure) await beginProcedure(tx, ctx, procedure)
    return ok({})
  },
  tell: (given) => awaiting(given, 0),
  fact: ({ one: { number: version }, procedure }) => ({
    kind: 'programme.sent',
    facts: { version, step: procedure?.steps[0]?.caption ?? '', remark: null },
  }),
  done: 'Программа отправлена на согласование',
  ask: { button: 'Отправить на согласование' },
})

/** Takes it back before anything has come of it. */
export const withdrawProgramme = deed(programmes, 'agree', {
  at: paths.programmeWithdrawals,
  permits: 'programme.send',
  anyVersion: true,
  lacks: (opened) => (stateOf(opened) === 'going' ? [] : [no('programme.isNotSent')]),
  follow: async (tx, { ctx, procedure }) => {
    if (procedure) await endProcedure(tx, ctx, procedure, 'withdrawn')
    return ok({})
  },
  tell: (given) =>
    awaiting(given, given.procedure?.stands?.step ?? 0).map((told) => ({
      ...told,
      kind: 'programme.withdrawn',
      params: about(given),
    })),
  fact: ({ one: { number: version } }) => ({ kind: 'programme.withdrawn', facts: { version } }),
  done: 'Программа снова у вас',
  ask: { button: 'Забрать с согласования', kind: 'secondary' },
})
