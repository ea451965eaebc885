import { z } from 'zod'
import { addDays, longDate } from '../../../kernel/dates.ts'
import { ok, refuseRule } from '../../../kernel/result.ts'
import { deed } from '../../../kit/deed.ts'
import { area, day, files, lineRead, optionalLine, unseen } from '../../../kit/form/fields.ts'
import { chosenIds } from '../../../web/fields.ts'
import { officeOf, peopleOfSite } from '../../sites/people-queries.ts'
import { proposerOf, statusCases } from '../case.ts'
import { keepEvidence } from '../commands/keep-evidence.ts'
import { evidenceLines } from '../evidence-queries.ts'
import { paths } from '../paths.ts'
import { asksExplanation } from '../rules.ts'

/** How long a site usually gets to explain itself. */
const usualDays = 10

const documents = {
  hint: 'PDF, DOCX, XLSX, ODT, JPG или PNG, до 20 МБ каждый, не больше пяти за раз',
  accept: '.pdf,.docx,.xlsx,.odt,.jpg,.jpeg,.png',
  multiple: true,
}

const link = z.preprocess(
  (value) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null),
  z
    .url({ protocol: /^https?$/, error: 'Допишите адрес, например https://primer.ru/otchet' })
    .max(500, 'Сократите адрес')
    .nullable(),
)

/** Adds what speaks for or against to a case that is still open: files, a link, lines of plans as facts of the registers in words. (R-35m) */
export const addEvidence = deed(statusCases, 'addEvidence', {
  at: paths.statusCaseEvidence,
  permits: 'statusCase.start',
  beside: true,
  elsewhere: { rule: 'case.closed' },
  form: {
    evidenceText: optionalLine('Что это', { what: 'что это доказывает', hint: 'Можно оставить пустым: останется имя файла' }),
    evidenceFiles: files('Файлы', documents),
    evidenceLink: lineRead('Ссылка', link, { hint: 'Например, https://primer.ru/otchet' }),
    lines: unseen('Строки плана', chosenIds('строку плана')),
  },
  rule: ({ input }) =>
    input.evidenceLink !== null && input.evidenceText === null
      ? refuseRule('case.evidenceUnnamed', { field: 'evidenceText' })
      : ok(null),
  also: async (tx, { ctx, one, site, input, files }) => {
    const lines = await evidenceLines(tx, ctx, site, input.lines)
    if (lines.length + files.length === 0 && input.evidenceLink === null)
      return refuseRule('case.evidenceMissing', { field: 'evidenceFiles' })
    const side = proposerOf(ctx) === 'organisation' ? 'explaining' : 'accusing'
    const given = { text: input.evidenceText, link: input.evidenceLink, lines, files }
    return ok(await keepEvidence(tx, ctx, { caseId: one.id, side }, given))
  },
  fact: ({ made }) => made,
  done: 'Приложено к делу',
  ask: { title: 'Приложить документ или ссылку', folded: true, button: 'Приложить', kind: 'secondary' },
})

/** Asks the site to explain itself by a day, before anything is decided. */
export const askExplanation = deed(statusCases, 'askExplanation', {
  at: paths.statusCaseExplanationRequests,
  permits: 'statusCase.decide',
  form: {
    dueOn: day('Объяснение нужно до', {
      what: 'срок объяснения',
      hint: 'Ответит руководитель площадки или её организации: им придёт уведомление. После этого дня дело пойдёт дальше и без ответа',
    }),
  },
  begins: ({ ctx }) => ({ dueOn: addDays(ctx.today, usualDays) }),
  lacks: ({ one }) => (asksExplanation(one.kind) ? ok(null) : refuseRule('case.nothingToExplain')),
  rule: ({ ctx, input }) =>
    input.dueOn > ctx.today
      ? ok(null)
      : refuseRule('case.dueTooSoon', { field: 'dueOn', params: { today: longDate(ctx.today) } }),
  set: ({ ctx, input: { dueOn } }) => ({
    explanationDueOn: dueOn,
    explanationAskedAt: ctx.now,
    explanation: null,
    explainedBy: null,
    explainedAt: null,
  }),
  tell: ({ one, site, input: { dueOn } }) => ({
    kind: 'statusCase.explanationAsked',
    to: [peopleOfSite],
    params: { site: site.name, kind: one.kind, dueOn },
  }),
  fact: ({ one, input: { dueOn } }) => ({ kind: 'statusCase.explanationAsked', facts: { case: one.kind, dueOn } }),
  done: 'Площадке отправлен запрос объяснения',
  ask: { title: 'Спросить площадку', button: 'Запросить объяснение', kind: 'secondary' },
})

/** The site explains itself, in words and with files. After the day it is still heard, as long as nothing has been decided. */
export const explainCase = deed(statusCases, 'explain', {
  at: paths.statusCaseExplanations,
  permits: 'statusCase.explain',
  form: {
    explanation: area('Что произошло и что будет сделано', { what: 'объяснение', most: 10_000, rows: 6 }),
    explanationFiles: files('Документы', documents),
  },
  also: async (tx, { ctx, one, files }) =>
    ok(await keepEvidence(tx, ctx, { caseId: one.id, side: 'explaining' }, { text: null, link: null, lines: [], files })),
  set: ({ ctx, input: { explanation } }) => ({ explanation, explainedBy: ctx.actor.personId, explainedAt: ctx.now }),
  tell: ({ one, site }) => ({ kind: 'statusCase.explained', to: [officeOf], params: { site: site.name, kind: one.kind } }),
  fact: ({ one, input: { explanation }, made }) => [
    { kind: 'statusCase.explained', facts: { case: one.kind, text: explanation } },
    ...made,
  ],
  done: 'Объяснение отправлено',
  ask: { title: 'Объясните', button: 'Отправить объяснение' },
})
