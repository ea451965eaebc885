import { no } from '../../../kernel/result.ts'
import { deed } from '../../../kit/deed.ts'
import { deciding } from '../../procedures/deciding-blocks.tsx'
import { type OpenProgramme, programmes } from '../case.ts'
import { paths } from '../paths.ts'

/** Where it stands on its way, for whoever has read it there: the version itself never changes. */
const placeOf = ({ procedure }: OpenProgramme) => (procedure?.stands ? procedure.stands.round * 100 + procedure.stands.step : 0)

/** What is said about the programme of a site at the step it has come to, by whomever the regulation names. */
export const {
  pass: agreeProgramme,
  refuse: returnProgramme,
  sending,
  takingBack,
  silence,
} = deciding(programmes, {
  name: 'programme',
  finished: 'programme.agreed',
  about: ({ one: { title }, owner }) => ({ title, site: owner.title }),
  facts: ({ one: { number: version } }) => ({ version }),
  at: paths.programmeDecisions,
  sees: 'programme.view',
  moves: { pass: 'agree', finish: 'agree', refuse: 'agree' },
  versionOf: placeOf,
  set: () => ({}),
  done: {
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
  ...sending,
  at: paths.programmeSendings,
  permits: 'programme.send',
  versionOf: placeOf,
  lacks: (opened) => {
    if (!isAsked(opened)) return [no('programme.agreementNotAsked')]
    const state = stateOf(opened)
    return state === 'going' || state === 'passed' ? [no('programme.isSent')] : []
  },
  fact: ({ one: { number: version }, procedure }) => ({
    kind: 'programme.sent',
    facts: { version, step: procedure?.steps[0]?.caption ?? '', remark: null },
  }),
  done: 'Программа отправлена на согласование',
  ask: { button: 'Отправить на согласование' },
})

/** Takes it back before anything has come of it. */
export const withdrawProgramme = deed(programmes, 'agree', {
  ...takingBack,
  at: paths.programmeWithdrawals,
  permits: 'programme.send',
  anyVersion: true,
  lacks: (opened) => (stateOf(opened) === 'going' ? [] : [no('programme.isNotSent')]),
  done: 'Программа снова у вас',
  ask: { button: 'Забрать с согласования', kind: 'secondary' },
})
