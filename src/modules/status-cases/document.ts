import { bullet, document, heading, p, paragraphs, section } from '../../documents/build.ts'
import type { Doc } from '../../documents/model.ts'
import { localTime } from '../../kernel/clock.ts'
import { longDate } from '../../kernel/dates.ts'
import type { ThingRequest } from '../../kit/thing.ts'
import { bodyName } from '../../regulation/parties/questions.ts'
import { changeBasis } from '../../regulation/status/questions.ts'
import { letterBlocks } from '../submissions/document.ts'
import { senderOf } from '../submissions/sender-queries.ts'
import type { OpenCase } from './case.ts'
import { evidenceOfCase } from './evidence-queries.ts'
import type { CaseEvidence } from './model.ts'
import { groundWords } from './rules.ts'
import { kindAbout } from './texts.ts'

/** The operator's submission to whoever decides about a status, as a letter. (R-35) */
export async function submissionDocument({ one, site }: OpenCase, { ctx, tx }: ThingRequest): Promise<Doc> {
  const { regulation } = site
  const basis = changeBasis(regulation, one.kind)
  const sentOn = one.submittedAt === null ? null : localTime(one.submittedAt, ctx.territory.timeZone).day
  const letter = {
    sender: await senderOf(tx, ctx, sentOn),
    to: bodyName(regulation, 'authority'),
    number: one.submissionNumber,
    sentOn,
    about: [kindAbout[one.kind], site.fullNames.join(', ')],
  }
  const accusing = (await evidenceOfCase(tx, ctx, one.id)).filter((item) => item.side === 'accusing')
  return document({ title: `Представление ${kindAbout[one.kind]}, ${site.name}`, date: sentOn ?? ctx.today }, [
    section(
      letterBlocks(letter, [
        p(`Тема площадки: ${site.theme}.`),
        p(`Что предлагается: ${wish(one)}${basis === null ? '' : ` Основание — ${basis.text}.`}`),
        ...(one.kind === 'termination' ? [p(`Основание прекращения: ${groundWords(regulation, one.ground)}.`)] : []),
        ...paragraphs(`Причина: ${one.reason}`),
        ...paragraphs(one.submissionText ?? ''),
        ...(accusing.length > 0 ? [heading(2, 'Чем подтверждается', { align: 'left' }), ...accusing.map(evidenceBlock)] : []),
        ...(one.explanation === null
          ? []
          : [heading(2, 'Объяснение площадки', { align: 'left' }), ...paragraphs(one.explanation)]),
      ]),
    ),
  ])
}

const evidenceBlock = ({ kind, text, link, file }: CaseEvidence) =>
  bullet(kind === 'link' ? `${text}: ${link}` : kind === 'file' && file ? `${text} (файл «${file.name}»)` : text)

function wish({ kind, onDay: day, untilDay }: Pick<OpenCase['one'], 'kind' | 'onDay' | 'untilDay'>): string {
  const words = {
    extension: `продлить статус по ${longDate(day)}`,
    suspension: `приостановить деятельность с ${longDate(day)}${untilDay === null ? '' : ` по ${longDate(untilDay)}`}`,
    resumption: `возобновить деятельность с ${longDate(day)}`,
    termination: `прекратить статус, последний день — ${longDate(day)}`,
    question: 'спросить площадку',
  }
  return words[kind].endsWith('.') ? words[kind] : `${words[kind]}.`
}
