import { sql } from 'kysely'
import { shortDate } from '../../kernel/dates.ts'
import { counted } from '../../kernel/plural.ts'
import type { Asking, Task, TaskSource } from '../../kit/tasks.ts'
import { grantingBasis, hasStep } from '../../regulation/status/questions.ts'
import { paths } from '../../web/paths.ts'
import { directCounts, readyGroups, type SubmissionLine, submissionsToHandle } from './queries.ts'

/** The clause by which a status is given under the line of a submission. */
const clauseOf = ({ regulations }: Asking, { lineId }: SubmissionLine) => {
  const stored = regulations.find(({ line }) => line.id === lineId)
  return stored ? grantingBasis(stored.regulation).clause : null
}

const asksSubmission = ({ regulations }: Asking) => regulations.some(({ regulation }) => hasStep(regulation, 'submission'))

/** Submissions the operator has to make, mend or send (R-31). */
const submissionsToMake: TaskSource = {
  serves: 'submission.edit',
  find: async (asking) => {
    const { tx, ctx } = asking
    if (!asksSubmission(asking)) return []
    const at = { territory: ctx.territory.code }
    const ready = (await readyGroups(tx, ctx)).map(
      ({ callId, line, clause, title, ready: count, lacksProtocol }): Task => ({
        key: `propose:${callId ?? line.id}`,
        ...(lacksProtocol && callId !== null
          ? {
              what: `Подписать протокол экспертизы: ${title}`,
              why: `Без него не отправить представление. Ждут: ${counted(count, 'заявка', 'заявки', 'заявок')}`,
              href: paths.callProtocols({ ...at, call: callId }),
              action: 'Открыть протоколы',
            }
          : {
              what: `Составить представление: ${title ?? 'заявки вне приёмов'}`,
              why: `Готовы к представлению: ${counted(count, 'заявка', 'заявки', 'заявок')}`,
              href: callId === null ? paths.operatorSubmissions(at) : paths.callSubmissions({ ...at, call: callId }),
              action: 'Составить',
            }),
        clause,
        who: 'Ждут заявители',
        due: null,
      }),
    )
    const inHand = (await submissionsToHandle(tx, ctx, ['draft', 'returned'])).map((line) =>
      handTask(at.territory, line, clauseOf(asking, line)),
    )
    return [...inHand, ...ready]
  },
}

function handTask(territory: string, line: SubmissionLine, clause: string | null): Task {
  const returned = line.state === 'returned'
  return {
    key: `submission:${line.id}`,
    what: `${returned ? 'Исправить и снова отправить' : 'Отправить'} представление № ${line.number}`,
    why: returned ? 'Возвращено с замечанием' : (line.call ?? 'Черновик'),
    clause,
    who: 'Ждут заявители',
    due: null,
    href: paths.operatorSubmission({ territory, submission: line.id }),
    action: 'Открыть',
  }
}

/** Submissions that wait for whoever gives the status (R-31). */
const submissionsToDecide: TaskSource = {
  serves: 'submission.decide',
  maybe: ({ territory }) =>
    sql`exists (select from operator_submissions where territory_id = ${territory.id} and state = 'sent')`,
  find: async (asking) => {
    const { tx, ctx } = asking
    if (!asksSubmission(asking)) return []
    const sent = await submissionsToHandle(tx, ctx, ['sent'])
    return sent.map((line) => ({
      key: `decideSubmission:${line.id}`,
      decides: true,
      what: `Решить по представлению № ${line.number}: ${line.call ?? 'заявки вне приёмов'}`,
      why: `Предложено присвоить статус: ${line.include}, отклонить: ${line.exclude}${line.sentOn === null ? '' : `; отправлено ${shortDate(line.sentOn)}`}`,
      clause: clauseOf(asking, line),
      who: 'Ждут оператор и заявители',
      due: null,
      href: paths.operatorSubmission({ territory: ctx.territory.code, submission: line.id }),
      action: 'Решить',
    }))
  },
}

/** Applications that are decided at once, where the regulation knows no submission (C-33, T-2). */
const applicationsToDecide: TaskSource = {
  serves: 'decision.prepare',
  find: async ({ tx, ctx }) => {
    const waiting = (await directCounts(tx, ctx)).filter(({ count }) => count > 0)
    return waiting.map(({ stored: { line, regulation }, count }) => ({
      key: `decideApplications:${line.code}`,
      decides: true,
      what: `Решить по заявкам: ${count}`,
      why: 'Документы проверены, осталось присвоить статус или отклонить',
      clause: grantingBasis(regulation).clause,
      who: 'Ждут заявители',
      due: null,
      href: paths.directDecisions({ territory: ctx.territory.code }, waiting.length > 1 ? { line: line.code } : {}),
      action: 'Решить',
    }))
  },
}

export const tasks: readonly TaskSource[] = [submissionsToMake, submissionsToDecide, applicationsToDecide]
