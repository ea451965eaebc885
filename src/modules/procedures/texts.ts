import type { Step, StepAct } from '../../regulation/procedure.ts'
import type { ProcedureKind } from '../../regulation/work/steps.ts'
import type { RuleTexts } from '../../web/refusals.ts'

export const ruleTexts: RuleTexts = {
  'procedure.notGoing': 'Откройте страницу заново: решать сейчас нечего',
  'procedure.saidAlready': 'Ваше решение уже записано: ждут остальных',
  'procedure.returnNeedsRemark': ({ what }) => `Напишите, что поправить: без замечания ${what} не возвращают`,
  'procedure.meetingNeedsProtocol': 'Впишите протокол, сколько членов присутствовало и сколько было за',
  'procedure.tooManyPresent': ({ members }) => `Проверьте число: членов всего ${members}`,
  'procedure.tooManyInFavour': ({ present }) => `Проверьте число: присутствовало ${present}`,
  'procedure.noQuorum': ({ name, quorum }) => `Решения нет: ${name} решает, когда присутствуют не меньше ${quorum}`,
  'procedure.meetingWasAgainst': ({ name }) => `По этим числам ${name} — против: верните с замечанием`,
  'procedure.meetingWasInFavour': ({ name }) => `По этим числам ${name} — за: передайте дальше`,
}

/** Whom one sends back. */
export const accusative: Readonly<Record<ProcedureKind, string>> = { plan: 'план', programme: 'программу', report: 'отчёт' }

/** What has been said of it, in the gender of its word; the button that says so. */
const said: Readonly<Record<StepAct, string>> = {
  ...{ discuss: 'Обсуждён', agree: 'Согласован', approve: 'Утверждён' },
  ...{ consider: 'Рассмотрен', defend: 'Защищён', accept: 'Принят' },
}
const feminine = (word: string) => word.replace(/ён$/, 'ена').replace(/н$/, 'на')
export const saidWord = (kind: ProcedureKind, act: StepAct): string => (kind === 'programme' ? feminine(said[act]) : said[act])
export const returnedWord = (kind: ProcedureKind): string => (kind === 'programme' ? 'Возвращена' : 'Возвращён')

const verbs: Partial<Readonly<Record<StepAct, string>>> = {
  agree: 'Согласовать',
  approve: 'Утвердить план',
  accept: 'Принять отчёт',
}
export const yesButton = (kind: ProcedureKind, { act }: Step, isLast: boolean): string =>
  verbs[act] ?? `${saidWord(kind, act)}${isLast ? '' : ', передать дальше'}`
export const noButton = ({ onRefusal }: Step): string =>
  onRefusal === null ? 'Вернуть с замечанием' : `Вернуть на шаг ${onRefusal} с замечанием`
